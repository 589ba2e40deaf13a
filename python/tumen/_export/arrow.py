"""Columns for others: the Arrow C data interface, and Arrow's IPC formats.

The formats are those of https://arrow.apache.org/docs/format/Columnar.html; the metadata of messages are
FlatBuffers (https://flatbuffers.dev/internals), of which only what is needed here is written.
"""

from __future__ import annotations

import io
import itertools
import struct
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from typing import Any, BinaryIO

    from .. import _tumen
    from .._types import Block, Buffer

CONTINUATION = b"\xff\xff\xff\xff"
MAGIC = b"ARROW1"
VERSION_5 = 4
SCHEMA, DICTIONARY_BATCH, RECORD_BATCH = 1, 2, 3  # kinds of messages
INT, FLOAT, UTF8, DATE = 2, 3, 5, 8  # kinds of types


class Flat:
    """A table of FlatBuffers: a list of (format of struct, value) or (None, object); None = left out."""

    def __init__(self, *fields: tuple[str | None, Any]) -> None:
        self.fields = fields


class Structs:
    """A vector of structs of 8-byte members."""

    def __init__(self, layout: str, rows: Sequence[tuple[int, ...]]) -> None:
        self.layout, self.rows = layout, rows


def flat_bytes(root: Flat) -> bytes:
    """The root first, everything it refers to behind it; every table, vector and text begins where 8 divides."""
    out = bytearray(8)
    position = place(out, root)
    struct.pack_into("<I", out, 0, position)
    return bytes(out + bytes(-len(out) % 8))


def place(out: bytearray, thing: Any) -> int:
    out.extend(bytes(-len(out) % 8))
    if isinstance(thing, Flat):
        return place_table(out, thing)
    if isinstance(thing, str):
        text = thing.encode()
        start = len(out)
        out.extend(struct.pack("<I", len(text)) + text + b"\0")
        return start
    if isinstance(thing, Structs):
        out.extend(bytes(4))  # the members behind the length are aligned
        start = len(out)
        out.extend(struct.pack("<I", len(thing.rows)))
        for row in thing.rows:
            out.extend(struct.pack(thing.layout, *row))
        return start
    start = len(out)
    out.extend(struct.pack("<I", len(thing)) + bytes(4 * len(thing)))
    for index, one in enumerate(thing):
        refer(out, start + 4 + 4 * index, place(out, one))
    return start


def refer(out: bytearray, at: int, target: int) -> None:
    struct.pack_into("<I", out, at, target - at)


def place_table(out: bytearray, table: Flat) -> int:
    offsets, size = [], 4
    for layout, value in table.fields:
        width = struct.calcsize(layout or "<I")
        if value is None:
            offsets.append(0)
            continue
        size += -size % width
        offsets.append(size)
        size += width
    fields = struct.pack(f"<HH{len(offsets)}H", 4 + 2 * len(offsets), size, *offsets)
    start_of_fields = len(out)
    out.extend(fields + bytes(-len(fields) % 8))
    start = len(out)
    out.extend(struct.pack("<i", start - start_of_fields) + bytes(size - 4))
    for (layout, value), offset in zip(table.fields, offsets):
        if value is not None and layout:
            struct.pack_into(layout, out, start + offset, value)
    for (layout, value), offset in zip(table.fields, offsets):
        if value is not None and not layout:
            refer(out, start + offset, place(out, value))
    return start


def int_type(bits: int) -> Flat:
    return Flat(("<i", bits), ("<?", True))


def type_of(field: dict[str, Any]) -> tuple[int, Flat]:
    kind = field["type"]
    if kind == "category":
        return UTF8, Flat()
    if kind == "date":
        return DATE, Flat(("<h", 0))  # days
    if kind == "float64":
        return FLOAT, Flat(("<h", 2))  # double
    return INT, int_type(int(kind[3:]))


def field_of(field: dict[str, Any], dictionary: int | None) -> Flat:
    kind, parameters = type_of(field)
    encoding = None if dictionary is None else Flat(("<q", dictionary), (None, int_type(32)), ("<?", False))
    pairs = [Flat((None, key), (None, field[key])) for key in ("unit", "label")]
    return Flat((None, field["name"]), ("<?", False), ("<B", kind), (None, parameters), (None, encoding),
                (None, []), (None, pairs))


def schema_of(fields: list[dict[str, Any]]) -> Flat:
    numbers = iter(range(len(fields)))
    return Flat(("<h", 0), (None, [field_of(one, next(numbers) if one["type"] == "category" else None)
                                   for one in fields]))


def batch_of(length: int, columns: list[list[Buffer]]) -> tuple[Flat, list[Buffer], int]:
    """Metadata and body of columns, each a list of buffers whose first is the validity."""
    body, places = [], []
    at = 0
    for buffers in columns:
        for one in buffers:
            places.append((at, len(one)))
            body.append(one)
            body.append(bytes(-len(one) % 8))
            at += len(one) + -len(one) % 8
    nodes = Structs("<qq", [(length, 0)] * len(columns))
    return Flat(("<q", length), (None, nodes), (None, Structs("<qq", places))), body, at


class Writer:
    """Messages one after the other, with where each of them lies."""

    def __init__(self, out: BinaryIO, at: int = 0) -> None:
        self.out, self.at = out, at

    def message(self, kind: int, header: Flat, body: Iterable[Buffer] = (), length: int = 0) -> Block:
        metadata = flat_bytes(Flat(("<h", VERSION_5), ("<B", kind), (None, header), ("<q", length)))
        block = (self.at, len(metadata) + 8, length)
        for part in (CONTINUATION, struct.pack("<i", len(metadata)), metadata, *body):
            self.out.write(part)
        self.at += len(metadata) + 8 + length
        return block

    def dictionary(self, number: int, names: list[str]) -> Block:
        texts = [name.encode() for name in names]
        ends = list(itertools.accumulate(map(len, texts), initial=0))
        offsets = struct.pack(f"<{len(ends)}i", *ends)
        data, body, length = batch_of(len(names), [[b"", offsets, b"".join(texts)]])
        return self.message(DICTIONARY_BATCH, Flat(("<q", number), (None, data), ("<?", False)), body, length)

    def rows(self, table: _tumen.Table, fields: list[dict[str, Any]]) -> Block:
        columns: list[list[Buffer]] = [[b"", memoryview(table.arrow_buffer(one["name"]))] for one in fields]
        return self.message(RECORD_BATCH, *batch_of(table.rows, columns))

    def everything(self, table: _tumen.Table) -> tuple[list[Block], list[Block]]:
        fields = table.schema()
        self.message(SCHEMA, schema_of(fields))
        categories = [one["categories"] for one in fields if one["type"] == "category"]
        dictionaries = [self.dictionary(number, names) for number, names in enumerate(categories)]
        batch = self.rows(table, fields)
        self.out.write(CONTINUATION + bytes(4))
        self.at += 8
        return dictionaries, [batch]


def write_stream(table: _tumen.Table, out: BinaryIO) -> None:
    """Arrow's IPC stream: schema, dictionaries, one batch of all rows."""
    Writer(out).everything(table)


def write_file(table: _tumen.Table, out: BinaryIO) -> None:
    """Arrow's IPC file, which is also version 2 of Feather."""
    out.write(MAGIC + bytes(2))
    dictionaries, batches = Writer(out, 8).everything(table)
    blocks = [Structs("<qiiq", [(at, metadata, 0, body) for at, metadata, body in some])
              for some in (dictionaries, batches)]
    footer = flat_bytes(Flat(("<h", VERSION_5), (None, schema_of(table.schema())), (None, blocks[0]),
                             (None, blocks[1])))
    out.write(footer + struct.pack("<i", len(footer)) + MAGIC)


def stream_bytes(table: _tumen.Table) -> bytes:
    out = io.BytesIO()
    write_stream(table, out)
    return out.getvalue()
