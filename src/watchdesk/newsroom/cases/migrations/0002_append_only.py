from django.db import migrations

from watchdesk.newsroom.common.append_only import append_only


class Migration(migrations.Migration):
    dependencies = [("cases", "0001_start")]
    operations = [append_only("cases_casedecision")]
