from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('registry', '0005_registration_requests'),
    ]

    operations = [
        migrations.AddField(
            model_name='invitation',
            name='sent_to',
            field=models.CharField(default='', editable=False, max_length=254, verbose_name='sent to'),
            preserve_default=False,
        ),
    ]
