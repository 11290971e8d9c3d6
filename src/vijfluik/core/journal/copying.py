"""Reading COPY as bytes, as fast as libpq gives them."""

import psycopg
from psycopg import pq, sql

from vijfluik.core.journal.connecting import Connection


def copied(connection: Connection, query: str, values: list[object] | None = None) -> bytes:
    """All lines that `COPY (…) TO STDOUT` sends, each with its line end.

    psycopg's own reader waits for each row apart, which takes longer than hashing it.

    Args:
        connection: in any state but a running command.
        query: a whole COPY command with a `{}` per value.
        values: numbers and moments, written as literals because COPY takes no parameters.

    Raises:
        psycopg.OperationalError: the connection was lost.
        psycopg.DatabaseError: the server refuses the command or breaks it off.
    """
    if (
        not connection.autocommit
        and connection.info.transaction_status == pq.TransactionStatus.IDLE
    ):
        connection.execute("SELECT")
    command = sql.SQL(query).format(*(sql.Literal(value) for value in values or []))
    raw = connection.pgconn
    result = raw.exec_(command.as_bytes(connection))
    lines: list[bytes] = []
    if result.status == pq.ExecStatus.COPY_OUT:
        size = 1
        while size > 0:
            size, data = raw.get_copy_data(0)
            lines.append(bytes(data))
        ended = raw.get_result()
        result = result if ended is None else ended
        while raw.get_result() is not None:
            pass
    if result.status != pq.ExecStatus.COMMAND_OK:
        words = result.error_message.decode(errors="replace").strip()
        state = result.error_field(pq.DiagnosticField.SQLSTATE)
        # Without a state no server said it: libpq finds the connection lost in the middle.
        if raw.status == pq.ConnStatus.BAD or state is None or state.startswith(b"57P"):
            raise psycopg.OperationalError(words or "the connection was lost")
        raise psycopg.DatabaseError(words or "the server broke off COPY")
    return b"".join(lines)
