from django.db import migrations

from watchdesk.newsroom.common.append_only import append_only


class Migration(migrations.Migration):
    dependencies = [("desk", "0001_start")]
    operations = [append_only("desk_decision")]
