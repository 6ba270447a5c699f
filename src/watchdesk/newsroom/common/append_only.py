"""Let the database itself refuse to change or remove the rows of a table."""

from django.db.migrations import RunPython
from django.db.migrations.state import StateApps

_SQLITE = """
CREATE TRIGGER {table}_no_{what} BEFORE {what} ON {table}
BEGIN SELECT RAISE(ABORT, 'a decision is never changed'); END
"""
_POSTGRESQL = """
CREATE OR REPLACE FUNCTION decision_stands() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN RAISE EXCEPTION 'a decision is never changed'; END $$;
CREATE TRIGGER {table}_no_{what} BEFORE {what} ON {table}
FOR EACH ROW EXECUTE FUNCTION decision_stands();
"""
_KINDS = ("UPDATE", "DELETE")


def append_only(table: str) -> RunPython:
    """Give the migration that guards a table; a later one that remakes it must guard it again."""

    def guard(apps: StateApps, schema_editor: object) -> None:
        sql = {"sqlite": _SQLITE, "postgresql": _POSTGRESQL}[schema_editor.connection.vendor]
        for what in _KINDS:
            schema_editor.execute(sql.format(table=table, what=what), params=None)

    def unguard(apps: StateApps, schema_editor: object) -> None:
        on = "" if schema_editor.connection.vendor == "sqlite" else f" ON {table}"
        for what in _KINDS:
            schema_editor.execute(f"DROP TRIGGER {table}_no_{what}{on}")

    return RunPython(guard, unguard)
