# What is offered and answered, the contract on paper, and which ends employers were reminded of.

import apps.common.db
import django.contrib.postgres.functions
import django.db.models.deletion
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('contracts', '0004_closed_months_stay'),
        ('registry', '0007_where_links_went'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name='contract',
            name='end_told_at',
            field=models.DateTimeField(blank=True, null=True, verbose_name='employer reminded of the end at'),
        ),
        migrations.CreateModel(
            name='ContractPaper',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.UUIDField(db_default=django.contrib.postgres.functions.RandomUUID(), editable=False, unique=True)),
                ('language', models.CharField(choices=[('ar', 'العربية'), ('en', 'English')], max_length=2, verbose_name='language')),
                ('requested_at', models.DateTimeField(verbose_name='requested at')),
                ('content', models.BinaryField(blank=True, null=True, verbose_name='content')),
                ('sha256', models.CharField(blank=True, db_default='', max_length=64, verbose_name='SHA-256')),
                ('rendered_at', models.DateTimeField(blank=True, null=True, verbose_name='rendered at')),
                ('failures', models.PositiveSmallIntegerField(db_default=0, default=0, verbose_name='failed attempts')),
                ('failure', models.CharField(blank=True, db_default='', max_length=500, verbose_name='last failure')),
                ('shows_id', models.BooleanField(verbose_name='shows the ID')),
                ('digest', models.CharField(max_length=64, verbose_name='digest of the terms')),
                ('terms', models.JSONField(verbose_name='terms')),
                ('contract', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='papers', to='contracts.contract', verbose_name='contract')),
            ],
            options={
                'verbose_name': 'contract paper',
                'verbose_name_plural': 'contract papers',
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='ContractOffer',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.UUIDField(db_default=django.contrib.postgres.functions.RandomUUID(), editable=False, unique=True)),
                ('kind', models.CharField(choices=[('new', 'New contract'), ('renewal', 'Renewal'), ('extension', 'Extension'), ('wage', 'Lower wage')], max_length=9, verbose_name='kind')),
                ('starts_on', models.DateField(verbose_name='first day')),
                ('ends_on', models.DateField(verbose_name='last day')),
                ('hourly_wage', apps.common.db.MoneyField(decimal_places=2, max_digits=14, verbose_name='hourly wage')),
                ('effective_from', apps.common.db.MonthField(blank=True, null=True, verbose_name='wage from month')),
                ('expires_on', models.DateField(verbose_name='last day for the answer')),
                ('status', models.CharField(choices=[('waiting', 'Awaiting the answer'), ('change_asked', 'Change asked for'), ('accepted', 'Accepted'), ('refused', 'Refused'), ('withdrawn', 'Withdrawn'), ('lapsed', 'Lapsed')], default='waiting', max_length=12, verbose_name='status')),
                ('offered_at', models.DateTimeField(verbose_name='offered at')),
                ('reminders', models.PositiveSmallIntegerField(default=0, verbose_name='reminders sent')),
                ('answered_at', models.DateTimeField(blank=True, null=True, verbose_name='answered at')),
                ('note', models.CharField(blank=True, max_length=500, verbose_name='words of the subscriber')),
                ('closed_at', models.DateTimeField(blank=True, null=True, verbose_name='closed at')),
                ('answered_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='answered by')),
                ('closed_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='closed by')),
                ('contract', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='offers', to='contracts.contract', verbose_name='contract')),
                ('establishment', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='offers', to='registry.establishment', verbose_name='establishment')),
                ('made', models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='origin', to='contracts.contract', verbose_name='contract made')),
                ('offered_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='offered by')),
                ('replaces', models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='replaced_by', to='contracts.contractoffer', verbose_name='offer it replaces')),
                ('subscriber', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='offers', to='registry.subscriber', verbose_name='subscriber')),
            ],
            options={
                'verbose_name': 'contract offer',
                'verbose_name_plural': 'contract offers',
                'indexes': [models.Index(condition=models.Q(('closed_at', None)), fields=['expires_on'], name='offer_still_open'), models.Index(fields=['establishment', '-offered_at'], name='offer_of_establishment')],
                'constraints': [models.UniqueConstraint(condition=models.Q(('status', 'waiting')), fields=('establishment', 'subscriber'), name='offer_one_waiting'), models.CheckConstraint(condition=models.Q(models.Q(('status', 'waiting'), ('answered_at', None), ('answered_by', None), ('note', ''), ('closed_at', None), ('closed_by', None)), models.Q(('status', 'change_asked'), ('answered_at__isnull', False), ('answered_by__isnull', False), ('closed_at', None), ('closed_by', None), models.Q(('note', ''), _negated=True)), models.Q(('note', ''), ('status', 'accepted'), ('answered_at__isnull', False), ('answered_by__isnull', False), ('closed_at', None), ('closed_by', None)), models.Q(('status', 'refused'), ('answered_at__isnull', False), ('answered_by__isnull', False), ('closed_at', None), ('closed_by', None)), models.Q(('closed_at__isnull', False), ('closed_by__isnull', False), ('status', 'withdrawn'), models.Q(models.Q(('answered_at', None), ('answered_by', None), ('note', '')), models.Q(('answered_at__isnull', False), ('answered_by__isnull', False)), _connector='OR')), models.Q(('closed_at__isnull', False), ('closed_by', None), ('status', 'lapsed'), models.Q(models.Q(('answered_at', None), ('answered_by', None), ('note', '')), models.Q(('answered_at__isnull', False), ('answered_by__isnull', False)), _connector='OR')), _connector='OR'), name='offer_status_and_stamps_agree'), models.CheckConstraint(condition=models.Q(models.Q(('contract', None), ('kind', 'new')), models.Q(('contract__isnull', False), models.Q(('kind', 'new'), _negated=True)), _connector='OR'), name='offer_about_a_contract'), models.CheckConstraint(condition=models.Q(models.Q(('effective_from__isnull', False), ('kind', 'wage')), models.Q(('effective_from', None), models.Q(('kind', 'wage'), _negated=True)), _connector='OR'), name='offer_wage_has_month'), models.CheckConstraint(condition=models.Q(('made', None), models.Q(('kind__in', ('new', 'renewal')), ('status', 'accepted')), _connector='XOR'), name='offer_accepted_makes_contract'), models.CheckConstraint(condition=models.Q(('ends_on__gte', models.F('starts_on'))), name='offer_dates_in_order'), models.CheckConstraint(condition=models.Q(('hourly_wage__gt', 0)), name='offer_wage_is_positive')],
            },
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='contractoffer',
            trigger=pgtrigger.compiler.Trigger(name='offer_terms_are_final', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."contract_id" IS DISTINCT FROM (NEW."contract_id") OR OLD."effective_from" IS DISTINCT FROM (NEW."effective_from") OR OLD."ends_on" IS DISTINCT FROM (NEW."ends_on") OR OLD."establishment_id" IS DISTINCT FROM (NEW."establishment_id") OR OLD."hourly_wage" IS DISTINCT FROM (NEW."hourly_wage") OR OLD."kind" IS DISTINCT FROM (NEW."kind") OR OLD."offered_at" IS DISTINCT FROM (NEW."offered_at") OR OLD."offered_by_id" IS DISTINCT FROM (NEW."offered_by_id") OR OLD."starts_on" IS DISTINCT FROM (NEW."starts_on") OR OLD."subscriber_id" IS DISTINCT FROM (NEW."subscriber_id"))', func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;", hash='2009fcfb5c24f338564db460e06dcbf23c42d09b', operation='UPDATE', pgid='pgtrigger_offer_terms_are_final_a4745', table='contracts_contractoffer', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='contractoffer',
            trigger=pgtrigger.compiler.Trigger(name='offer_answer_is_final', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."status" IN (\'accepted\', \'refused\', \'withdrawn\', \'lapsed\'))', func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;", hash='b5c8921f63fc7daa40635aa1d87aaea5a3bd9092', operation='UPDATE', pgid='pgtrigger_offer_answer_is_final_fc816', table='contracts_contractoffer', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='contractoffer',
            trigger=pgtrigger.compiler.Trigger(name='offer_not_deleted', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;", hash='b4df8e9df8e17c9c8706500860668de26f038a5d', operation='DELETE', pgid='pgtrigger_offer_not_deleted_59ad7', table='contracts_contractoffer', when='BEFORE')),
        ),
        migrations.AddIndex(
            model_name='contractpaper',
            index=models.Index(condition=models.Q(('content', None)), fields=['failures', 'requested_at'], name='contractpaper_todo'),
        ),
        migrations.AddConstraint(
            model_name='contractpaper',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('content', None), ('rendered_at', None), ('sha256', '')), models.Q(('content__isnull', False), ('rendered_at__isnull', False), models.Q(('sha256', ''), _negated=True)), _connector='OR'), name='contractpaper_rendered_whole'),
        ),
        migrations.AddConstraint(
            model_name='contractpaper',
            constraint=models.UniqueConstraint(fields=('contract', 'language', 'digest'), name='contract_paper_once'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='contractpaper',
            trigger=pgtrigger.compiler.Trigger(name='document_is_final', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."content" IS NOT NULL)', func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='8511f258021272a33b17ad673e303ad26f764ecd', operation='UPDATE OR DELETE', pgid='pgtrigger_document_is_final_33b67', table='contracts_contractpaper', when='BEFORE')),
        ),
    ]
