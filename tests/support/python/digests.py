"""Digests of a results file, computed a second time from docs: what somebody does who changes results with care. The sum
of the XXH3 hashes of the rows, in any order, hashed with their number."""

import ctypes
import sqlite3
import struct
from contextlib import closing

LIBRARY = ctypes.CDLL("libxxhash.so.0")
TABLES = ("meta experiment design design_factor provenance point point_value city pattern generation replicate_value replicate_rule point_held "
          "pattern_scale column_info").split()
OF_REPLICATE = ("SELECT point, replicate, seed, status, reason, state_hash FROM replicate",
                *(f"SELECT * FROM {table}" for table in ("replicate_city", "daily", "headline")))
OF_PARTICLE = ("SELECT generation, proposal, seed, status, reason, distance, weight FROM particle",
               *(f"SELECT * FROM {table}" for table in ("particle_value", "particle_statistic")))


class Hash(ctypes.Structure):
    _fields_ = [("low", ctypes.c_uint64), ("high", ctypes.c_uint64)]


LIBRARY.XXH3_128bits.restype = Hash
LIBRARY.XXH3_128bits.argtypes = [ctypes.c_char_p, ctypes.c_size_t]


def hashed(content):
    hash = LIBRARY.XXH3_128bits(content, len(content))
    return hash.low, hash.high


def form(value):
    if value is None:
        return b"n" + bytes(8)
    if isinstance(value, int):
        return b"i" + struct.pack("<q", value)
    if isinstance(value, float):
        return b"r" + struct.pack("<d", value or 0.0)
    text = value.encode()
    return b"t" + struct.pack("<Q", len(text)) + text


def digest(rows):
    sums = [0, 0, 0]
    for row in rows:
        low, high = hashed(b"".join(form(value) for value in row))
        sums = [sums[0] + low, sums[1] + high, sums[2] + 1]
    low, high = hashed(struct.pack("<QQQ", *(value % 2**64 for value in sums)))
    return f"{high:016x}{low:016x}"


def renew(results):
    for table in TABLES:
        rows = results.execute(f"SELECT * FROM {table}").fetchall()
        results.execute("UPDATE digest SET digest = ? WHERE table_name = ?", (digest(rows), table))
    for table, keys, queries in (("replicate", ("point", "replicate"), OF_REPLICATE),
                                 ("particle", ("generation", "proposal"), OF_PARTICLE)):
        parts = {}
        for query in queries:
            cursor = results.execute(query)
            places = [[column[0] for column in cursor.description].index(key) for key in keys]
            for row in cursor:
                parts.setdefault(tuple(row[place] for place in places), []).append(row)
        for key, rows in parts.items():
            results.execute(f"UPDATE {table} SET digest = ? WHERE {keys[0]} = ? AND {keys[1]} = ?", (digest(rows), *key))


def change(path, sql):
    """As somebody does who knows nothing of digests."""
    with closing(sqlite3.connect(path)) as results:
        results.executescript(sql)


def forge(path, sql):
    """As somebody does who knows them."""
    with closing(sqlite3.connect(path)) as results:
        results.executescript(sql)
        renew(results)
        results.commit()
