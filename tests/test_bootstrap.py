def test_true():
    pass
