"""What pages know that put several apps together."""
