"""verdicts on answers, with a reason"""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    """Apply."""
    for name in ("verdict", "reason"):
        op.add_column("feedback", sa.Column(name, sa.String(length=16), nullable=False, server_default=""))
