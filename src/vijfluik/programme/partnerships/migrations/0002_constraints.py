from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ("partnerships", "0001_initial"),
    ]

    operations = [
        migrations.AddIndex(
            model_name='partnership',
            index=models.Index(fields=['-decided_on', 'key'], name='partnership_list'),
        ),
        migrations.AddIndex(
            model_name='partnership',
            index=models.Index(fields=['lead', '-decided_on', 'key'], name='partnership_list_own'),
        ),
        migrations.AddIndex(
            model_name='partnership',
            index=models.Index(fields=['state', '-decided_on', 'key'], name='partnership_list_st'),
        ),
        migrations.AddConstraint(
            model_name='partnership',
            constraint=models.UniqueConstraint(models.F('lead'), models.F('reference'), name='partnership_reference_once'),
        ),
        migrations.AddConstraint(
            model_name='partnership',
            constraint=models.CheckConstraint(condition=models.Q(('state__in', ['prepared', 'active', 'extended', 'ended', 'handed_over', 'withdrawn'])), name='partnership_state_known'),
        ),
        migrations.AddConstraint(
            model_name='partnership',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('state__in', ('active', 'extended')), _negated=True), ('ends_on__isnull', False), ('review_on__isnull', False), _connector='OR'), name='partnership_runs_until_a_day'),
        ),
        migrations.AddConstraint(
            model_name='partnership',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('state', 'extended'), _negated=True), models.Q(('extended_on__isnull', False), ('ends_on__gt', models.F('extended_on'))), _connector='OR'), name='partnership_extended_by_decision'),
        ),
        migrations.AddIndex(
            model_name='partner',
            index=models.Index(fields=['-joined_on', 'key'], name='partner_list'),
        ),
        migrations.AddIndex(
            model_name='partner',
            index=models.Index(fields=['lead', '-joined_on', 'key'], name='partner_list_own'),
        ),
        migrations.AddIndex(
            model_name='partner',
            index=models.Index(fields=['state', '-joined_on', 'key'], name='partner_list_st'),
        ),
        migrations.AddConstraint(
            model_name='partner',
            constraint=models.UniqueConstraint(models.F('lead'), models.F('reference'), name='partner_reference_once'),
        ),
        migrations.AddConstraint(
            model_name='partner',
            constraint=models.CheckConstraint(condition=models.Q(('state__in', ['active', 'left', 'withdrawn'])), name='partner_state_known'),
        ),
        migrations.AddIndex(
            model_name='milestone',
            index=models.Index(fields=['-agreed_on', 'key'], name='milestone_list'),
        ),
        migrations.AddIndex(
            model_name='milestone',
            index=models.Index(fields=['lead', '-agreed_on', 'key'], name='milestone_list_own'),
        ),
        migrations.AddIndex(
            model_name='milestone',
            index=models.Index(fields=['state', '-agreed_on', 'key'], name='milestone_list_st'),
        ),
        migrations.AddConstraint(
            model_name='milestone',
            constraint=models.UniqueConstraint(models.F('lead'), models.F('reference'), name='milestone_reference_once'),
        ),
        migrations.AddConstraint(
            model_name='milestone',
            constraint=models.CheckConstraint(condition=models.Q(('state__in', ['planned', 'reached', 'dropped', 'withdrawn'])), name='milestone_state_known'),
        ),
        migrations.AddConstraint(
            model_name='milestone',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('state', 'reached'), _negated=True), ('reached_on__isnull', False), _connector='OR'), name='milestone_reached_on_a_day'),
        ),
        migrations.AddIndex(
            model_name='delivery',
            index=models.Index(fields=['-planned_on', 'key'], name='delivery_list'),
        ),
        migrations.AddIndex(
            model_name='delivery',
            index=models.Index(fields=['lead', '-planned_on', 'key'], name='delivery_list_own'),
        ),
        migrations.AddIndex(
            model_name='delivery',
            index=models.Index(fields=['state', '-planned_on', 'key'], name='delivery_list_st'),
        ),
        migrations.AddConstraint(
            model_name='delivery',
            constraint=models.UniqueConstraint(models.F('lead'), models.F('reference'), name='delivery_reference_once'),
        ),
        migrations.AddConstraint(
            model_name='delivery',
            constraint=models.CheckConstraint(condition=models.Q(('state__in', ['planned', 'delivered', 'cancelled', 'withdrawn'])), name='delivery_state_known'),
        ),
        migrations.AddConstraint(
            model_name='delivery',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('state', 'delivered'), _negated=True), ('delivered_on__isnull', False), _connector='OR'), name='delivery_delivered_on_a_day'),
        ),
        migrations.AddIndex(
            model_name='partnershipstep',
            index=models.Index(fields=['partnership', 'registered_at'], name='partnership_step_record'),
        ),
        migrations.AddIndex(
            model_name='partnerstep',
            index=models.Index(fields=['partner', 'registered_at'], name='partner_step_record'),
        ),
        migrations.AddIndex(
            model_name='post',
            index=models.Index(fields=['-decided_on', 'key'], name='post_list'),
        ),
        migrations.AddIndex(
            model_name='post',
            index=models.Index(fields=['lead', '-decided_on', 'key'], name='post_list_own'),
        ),
        migrations.AddIndex(
            model_name='post',
            index=models.Index(fields=['state', '-decided_on', 'key'], name='post_list_st'),
        ),
        migrations.AddConstraint(
            model_name='post',
            constraint=models.UniqueConstraint(models.F('lead'), models.F('reference'), name='post_reference_once'),
        ),
        migrations.AddConstraint(
            model_name='post',
            constraint=models.CheckConstraint(condition=models.Q(('state__in', ['open', 'filled', 'ended', 'withdrawn'])), name='post_state_known'),
        ),
        migrations.AddIndex(
            model_name='poststep',
            index=models.Index(fields=['post', 'registered_at'], name='post_step_record'),
        ),
        migrations.AddIndex(
            model_name='rightscheck',
            index=models.Index(fields=['-assessed_on', 'key'], name='rights_check_list'),
        ),
        migrations.AddIndex(
            model_name='rightscheck',
            index=models.Index(fields=['lead', '-assessed_on', 'key'], name='rights_check_list_own'),
        ),
        migrations.AddIndex(
            model_name='rightscheck',
            index=models.Index(fields=['state', '-assessed_on', 'key'], name='rights_check_list_st'),
        ),
        migrations.AddConstraint(
            model_name='rightscheck',
            constraint=models.UniqueConstraint(models.F('lead'), models.F('reference'), name='rights_check_reference_once'),
        ),
        migrations.AddConstraint(
            model_name='rightscheck',
            constraint=models.CheckConstraint(condition=models.Q(('state__in', ['draft', 'proposed', 'approved', 'closed', 'withdrawn'])), name='rights_check_state_known'),
        ),
        migrations.AddConstraint(
            model_name='rightscheck',
            constraint=models.CheckConstraint(condition=models.Q(('valid_until__gte', models.F('assessed_on'))), name='rights_check_valid_in_order'),
        ),
        migrations.AddIndex(
            model_name='rightscheckstep',
            index=models.Index(fields=['rights_check', 'registered_at'], name='rights_step_record'),
        ),
        migrations.AddConstraint(
            model_name='rightscheckstep',
            constraint=models.CheckConstraint(condition=models.Q(('proposed_by__isnull', True), models.Q(('proposed_by', models.F('taken_by')), _negated=True), _connector='OR'), name='rights_check_step_four_eyes'),
        ),
        migrations.AddIndex(
            model_name='structure',
            index=models.Index(fields=['-confirmed_on', 'key'], name='structure_list'),
        ),
        migrations.AddIndex(
            model_name='structure',
            index=models.Index(fields=['lead', '-confirmed_on', 'key'], name='structure_list_own'),
        ),
        migrations.AddIndex(
            model_name='structure',
            index=models.Index(fields=['state', '-confirmed_on', 'key'], name='structure_list_st'),
        ),
        migrations.AddConstraint(
            model_name='structure',
            constraint=models.UniqueConstraint(models.F('lead'), models.F('reference'), name='structure_reference_once'),
        ),
        migrations.AddConstraint(
            model_name='structure',
            constraint=models.CheckConstraint(condition=models.Q(('state__in', ['active', 'ended', 'withdrawn'])), name='structure_state_known'),
        ),
        migrations.AddIndex(
            model_name='structurestep',
            index=models.Index(fields=['structure', 'registered_at'], name='structure_step_record'),
        ),
    ]
