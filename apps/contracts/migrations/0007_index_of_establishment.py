# An establishment's contracts of a month are counted in the index alone; it takes the place of the key's own.

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('contracts', '0006_offers_still_open'),
        ('registry', '0007_where_links_went'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddIndex(
            model_name='contract',
            index=models.Index(fields=['establishment', 'subscriber'], include=('starts_on', 'ends_on'), name='contract_of_establishment'),
        ),
        migrations.AlterField(
            model_name='contract',
            name='establishment',
            field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='contracts', to='registry.establishment', verbose_name='establishment'),
        ),
    ]
