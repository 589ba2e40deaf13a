"""Columns for others: the Arrow C stream, read by a consumer written from the specification, and Arrow's IPC
formats, read by the apache-arrow package of npm."""

import ctypes
import gc
import json
import math
import shutil
import subprocess
from pathlib import Path

import numpy
import pytest
from conftest import ROOT

import tumen

HERE = ROOT / "tests/python"
NODE_MODULES = HERE / "node_modules/apache-arrow"


class Schema(ctypes.Structure):
    pass


class Array(ctypes.Structure):
    pass


class Stream(ctypes.Structure):
    pass


def pointer_to_function(result, *arguments):
    return ctypes.CFUNCTYPE(result, *arguments)


Schema._fields_ = [
    ("format", ctypes.c_char_p), ("name", ctypes.c_char_p), ("metadata", ctypes.c_void_p), ("flags", ctypes.c_int64),
    ("n_children", ctypes.c_int64), ("children", ctypes.POINTER(ctypes.POINTER(Schema))),
    ("dictionary", ctypes.POINTER(Schema)), ("release", pointer_to_function(None, ctypes.POINTER(Schema))),
    ("private_data", ctypes.c_void_p)]
Array._fields_ = [
    ("length", ctypes.c_int64), ("null_count", ctypes.c_int64), ("offset", ctypes.c_int64),
    ("n_buffers", ctypes.c_int64), ("n_children", ctypes.c_int64), ("buffers", ctypes.POINTER(ctypes.c_void_p)),
    ("children", ctypes.POINTER(ctypes.POINTER(Array))), ("dictionary", ctypes.POINTER(Array)),
    ("release", pointer_to_function(None, ctypes.POINTER(Array))), ("private_data", ctypes.c_void_p)]
Stream._fields_ = [
    ("get_schema", pointer_to_function(ctypes.c_int, ctypes.POINTER(Stream), ctypes.POINTER(Schema))),
    ("get_next", pointer_to_function(ctypes.c_int, ctypes.POINTER(Stream), ctypes.POINTER(Array))),
    ("get_last_error", pointer_to_function(ctypes.c_char_p, ctypes.POINTER(Stream))),
    ("release", pointer_to_function(None, ctypes.POINTER(Stream))), ("private_data", ctypes.c_void_p)]

TYPES = {b"i": numpy.int32, b"l": numpy.int64, b"g": numpy.float64, b"tdD": numpy.int32}


def in_capsule(capsule, name, kind):
    get = ctypes.pythonapi.PyCapsule_GetPointer
    get.restype, get.argtypes = ctypes.c_void_p, [ctypes.py_object, ctypes.c_char_p]
    return ctypes.cast(get(capsule, name), ctypes.POINTER(kind)).contents


def fresh_batch(results):
    """Schema and batch of a stream, read as a consumer reads it."""
    capsule = results.__arrow_c_stream__()
    stream = in_capsule(capsule, b"arrow_array_stream", Stream)
    schema, batch, end = Schema(), Array(), Array()
    assert stream.get_schema(stream, schema) == 0
    assert stream.get_next(stream, batch) == 0 and stream.get_next(stream, end) == 0
    assert not end.release
    stream.release(stream)
    assert not stream.release
    return schema, batch


def values_of(schema, array):
    kind = TYPES[schema.format]
    memory = (ctypes.c_char * (array.length * numpy.dtype(kind).itemsize)).from_address(array.buffers[1])
    return numpy.frombuffer(memory, kind)


def names_of(dictionary):
    offsets = numpy.ctypeslib.as_array(ctypes.cast(dictionary.buffers[1], ctypes.POINTER(ctypes.c_int32)),
                                       (dictionary.length + 1,))
    text = ctypes.string_at(dictionary.buffers[2], int(offsets[-1]))
    return [text[first:last].decode() for first, last in zip(offsets, offsets[1:])]


def metadata_of(schema):
    if not schema.metadata:
        return {}
    at = schema.metadata

    def number():
        nonlocal at
        value = ctypes.c_int32.from_address(at).value
        at += 4
        return value

    def text():
        nonlocal at
        length = number()
        at += length
        return ctypes.string_at(at - length, length).decode()
    return {text(): text() for _ in range(number())}


def test_a_c_consumer_reads_every_column(results):
    schema, batch = fresh_batch(results)
    daily = results.daily
    assert schema.format == b"+s" and schema.n_children == batch.n_children == len(daily.columns)
    assert batch.length == len(daily) and batch.null_count == 0 and batch.offset == 0
    for place, name in enumerate(daily.columns):
        field, array = schema.children[place].contents, batch.children[place].contents
        assert field.name.decode() == name and array.length == len(daily) and array.n_buffers == 2
        assert not array.buffers[0], "no validity: nothing is null"
        values = values_of(field, array)
        if name == "city":
            names = names_of(array.dictionary.contents)
            assert field.dictionary.contents.format == b"u"
            assert [names[code] for code in values] == list(daily["city"])
        elif name == "date":
            assert (values.astype("datetime64[D]") == daily["date"].to_numpy()).all()
        else:
            assert numpy.array_equal(values, daily[name].to_numpy(), equal_nan=daily[name].dtype.kind == "f")
            assert metadata_of(field).get("unit", "") == daily.attrs["units"].get(name, "")
    batch.release(batch)
    schema.release(schema)
    assert not batch.release and not schema.release


def test_c_columns_are_the_engines_memory(results):
    schema, batch = fresh_batch(results)
    place = list(results.daily.columns).index("calls")
    calls = values_of(schema.children[place].contents, batch.children[place].contents)
    assert numpy.shares_memory(calls, results.daily["calls"].to_numpy())
    batch.release(batch)
    schema.release(schema)


def test_a_child_that_was_moved_outlives_its_parent_and_the_results(small):
    results = tumen.run(small, replicates=2, luck_only=True)
    expected = results.daily["free_adults"].to_numpy().copy()
    place = list(results.daily.columns).index("free_adults")
    schema, batch = fresh_batch(results)
    moved = Array()
    child = batch.children[place].contents
    ctypes.memmove(ctypes.byref(moved), ctypes.byref(child), ctypes.sizeof(Array))
    ctypes.memset(ctypes.addressof(child) + Array.release.offset, 0, ctypes.sizeof(ctypes.c_void_p))
    batch.release(batch)
    schema.release(schema)
    del results
    gc.collect()
    memory = (ctypes.c_char * (moved.length * 8)).from_address(moved.buffers[1])
    assert (numpy.frombuffer(memory, numpy.int64) == expected).all()
    moved.release(moved)


def test_capsules_that_nobody_takes_are_let_go(results):
    for _ in range(100):
        results.__arrow_c_stream__()
        results.__arrow_c_schema__()
    schema = in_capsule(results.__arrow_c_schema__(), b"arrow_schema", Schema)
    assert schema.n_children == len(results.daily.columns)


def test_derived_observables_are_columns_of_the_stream(small):
    results = tumen.run(small, replicates=1, luck_only=True).derive("half_the_fee", lambda days: days["fee"] / 2, unit="share")
    schema, batch = fresh_batch(results)
    last = schema.n_children - 1
    assert schema.children[last].contents.name == b"half_the_fee"
    values = values_of(schema.children[last].contents, batch.children[last].contents)
    assert numpy.allclose(values, results.daily["fee"] / 2)
    batch.release(batch)
    schema.release(schema)


def read_by_node(path):
    if not NODE_MODULES.is_dir():
        pytest.fail(f"{NODE_MODULES.parent} is not there: `npm ci` in {HERE} installs it")
    done = subprocess.run([shutil.which("node"), str(HERE / "read_arrow.mjs"), str(path)], cwd=HERE, text=True,
                          capture_output=True, timeout=60)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def js(value):
    return "NaN" if isinstance(value, float) and math.isnan(value) else value


@pytest.mark.parametrize("form", ["stream", "file"])
def test_the_reader_of_npm_reads_every_column(results, tmp_path, form):
    path = tmp_path / "days.arrow"
    if form == "stream":
        path.write_bytes(results.arrow_stream())
    else:
        results.to_arrow(path)
    found = read_by_node(path)
    daily = results.daily
    assert found["rows"] == len(daily) and [one["name"] for one in found["columns"]] == list(daily.columns)
    for one in found["columns"]:
        column = daily[one["name"]]
        assert one["nulls"] == 0 and one["different"] == len(column.unique()), one["name"]
        if one["name"] == "city":
            assert one["type"] == "Dictionary<Int32, Utf8>"
            assert one["first"] == list(column[:3]) and one["last"] == column.iloc[-1]
        elif one["name"] == "date":
            assert one["type"] == "Date32<DAY>"
            assert one["first"][0] == column.iloc[0].timestamp() * 1000
        else:
            assert one["first"] == [js(value) for value in column[:3].tolist()]
            assert one["last"] == js(column.iloc[-1].item())
            assert one["sum"] is None or one["sum"] == pytest.approx(column.sum())
            assert one["metadata"].get("unit", "") == daily.attrs["units"].get(one["name"], "")


def test_several_scenarios_are_a_dictionary_more(tmp_path):
    both = tumen.compare("hyesan-calm", "hyesan-handin", replicates=2, luck_only=True)
    both.to_arrow(tmp_path / "both.arrow")
    found = read_by_node(tmp_path / "both.arrow")
    assert found["columns"][0]["name"] == "scenario" and found["columns"][0]["different"] == 2
    assert found["columns"][2]["name"] == "city" and found["columns"][2]["last"] == "hyesan"
    with pytest.raises(FileExistsError):
        both.to_arrow(tmp_path / "both.arrow")
