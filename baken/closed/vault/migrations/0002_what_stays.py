# SPDX-License-Identifier: EUPL-1.2
"""The running service destroys dossier keys; no other row of keys is its to take away, nor a recovery key to change.

Rights go to the runtime role that is named as the migrating owner is: `baken_keys_owner` has `baken_keys_runtime`.
"""

from django.db import migrations

STAYS = """
DO $$
DECLARE
    runtime text := regexp_replace(current_user, '_owner$', '_runtime');
BEGIN
    IF current_user ~ '_owner$' AND EXISTS (SELECT FROM pg_roles WHERE rolname = runtime) THEN
        EXECUTE format(
            'REVOKE DELETE ON vault_kek, vault_indexkey, vault_rotation, vault_holder FROM %I', runtime);
        EXECUTE format(
            'REVOKE UPDATE, DELETE ON vault_rootmark, vault_recovery, vault_recoverypart FROM %I', runtime);
    END IF;
END
$$
"""


class Migration(migrations.Migration):
    """Takes the rights away."""

    dependencies = [("vault", "0001_initial")]
    operations = [migrations.RunSQL(STAYS, migrations.RunSQL.noop)]
