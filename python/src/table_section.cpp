#include <pybind11/numpy.h>
#include <pybind11/stl.h>

#include <utility>

#include "arrow.hpp"
#include "sections.hpp"
#include "table.hpp"

namespace py = pybind11;

namespace tumen::python {

namespace {

using SharedTable = std::shared_ptr<const Table>;

const char* numpy_type(ColumnType type) {
    switch (type) {
        case ColumnType::int32:
        case ColumnType::category:
            return "int32";
        case ColumnType::int64:
            return "int64";
        case ColumnType::date:
            return "datetime64[ns]";
        case ColumnType::float64:
            break;
    }
    return "float64";
}

const char* name_of(ColumnType type) {
    switch (type) {
        case ColumnType::int32:
            return "int32";
        case ColumnType::int64:
            return "int64";
        case ColumnType::date:
            return "date";
        case ColumnType::category:
            return "category";
        case ColumnType::float64:
            break;
    }
    return "float64";
}

const Column& column_of(const Table& table, const std::string& name) {
    const Column* column = table.find(name);
    if (column == nullptr) throw py::key_error(name);
    return *column;
}

/// A read-only array over the buffer's memory, which lives as long as the array.
py::array view(const Buffer& buffer, std::vector<py::ssize_t> shape,
               std::vector<py::ssize_t> strides, const char* type) {
    auto* owner = new std::shared_ptr<const void>(buffer.owner);
    const py::capsule keeper(
        owner, [](void* held) { delete static_cast<std::shared_ptr<const void>*>(held); });
    py::array array(py::dtype(type), std::move(shape), std::move(strides), buffer.data, keeper);
    array.attr("setflags")(py::arg("write") = false);
    return array;
}

py::array view(const Buffer& buffer, std::size_t rows, const char* type) {
    return view(buffer, {static_cast<py::ssize_t>(rows)}, {}, type);
}

/// Names and values of the columns of one type that lie evenly spaced, the first such run: one row
/// a column. What follows it (derived observables) has memory of its own.
py::tuple block_of(const Table& table, const std::string& type) {
    std::vector<const Column*> run;
    std::ptrdiff_t step = 0;
    for (const Column& column : table.columns) {
        if (name_of(column.type) != type) continue;
        if (!run.empty()) {
            if (column.values.owner != run.front()->values.owner) break;
            step = static_cast<const char*>(column.values.data) -
                   static_cast<const char*>(run.back()->values.data);
        }
        run.push_back(&column);
    }
    std::vector<std::string> names;
    for (const Column* column : run)
        names.push_back(column->name);
    if (run.empty()) return py::make_tuple(names, py::none());
    const auto count = static_cast<py::ssize_t>(run.size());
    return py::make_tuple(
        names, view(run.front()->values, {count, static_cast<py::ssize_t>(table.rows)}, {step, 8},
                    numpy_type(run.front()->type)));
}

py::array values_of(const Table& table, const std::string& name) {
    const Column& column = column_of(table, name);
    const Buffer& buffer = column.type == ColumnType::date ? column.nanoseconds : column.values;
    return view(buffer, table.rows, numpy_type(column.type));
}

py::array arrow_buffer(const Table& table, const std::string& name) {
    const Buffer& buffer = column_of(table, name).values;
    return view(buffer, buffer.bytes, "uint8");
}

py::list schema_of(const Table& table) {
    py::list list;
    for (const Column& column : table.columns) {
        py::dict fields;
        fields["name"] = column.name;
        fields["type"] = name_of(column.type);
        fields["unit"] = column.unit;
        fields["label"] = column.label;
        fields["categories"] =
            column.categories ? py::object(py::cast(*column.categories)) : py::none();
        list.append(fields);
    }
    return list;
}

/// Keeps a Python array alive for readers that may let go of it on any thread.
std::shared_ptr<const void> keep(py::object array) {
    auto* held = new py::object(std::move(array));
    return {held->ptr(), [held](const void*) {
                const py::gil_scoped_acquire gil;
                delete held;
            }};
}

SharedTable with_column(const Table& table, const std::string& name,
                        const py::array_t<double, py::array::c_style>& values,
                        const std::string& unit, const std::string& label) {
    Table wider = table;
    Column column{name, unit, label, ColumnType::float64, {}, {}, nullptr};
    column.values = {keep(values), values.data(), static_cast<std::size_t>(values.nbytes())};
    wider.columns.push_back(std::move(column));
    return std::make_shared<const Table>(std::move(wider));
}

template <class Struct>
void release_capsule(PyObject* capsule, const char* name) {
    auto* held = static_cast<Struct*>(PyCapsule_GetPointer(capsule, name));
    if (held == nullptr) return PyErr_WriteUnraisable(capsule);
    if (held->release != nullptr) held->release(held);  // nobody took it
    delete held;
}

py::object schema_capsule(const Table& table) {
    auto* schema = new ArrowSchema{};
    export_schema(table, *schema);
    return py::reinterpret_steal<py::object>(PyCapsule_New(
        schema, "arrow_schema",
        [](PyObject* capsule) { release_capsule<ArrowSchema>(capsule, "arrow_schema"); }));
}

py::object stream_capsule(const SharedTable& table) {
    auto* stream = new ArrowArrayStream{};
    export_stream(table, *stream);
    return py::reinterpret_steal<py::object>(
        PyCapsule_New(stream, "arrow_array_stream", [](PyObject* capsule) {
            release_capsule<ArrowArrayStream>(capsule, "arrow_array_stream");
        }));
}

}  // namespace

void bind_table(py::module_& module) {
    py::class_<Table, std::shared_ptr<Table>>(module, "Table")
        .def_readonly("rows", &Table::rows)
        .def("schema", schema_of)
        .def("values", values_of, py::arg("name"))
        .def("block", block_of, py::arg("type"))
        .def("arrow_buffer", arrow_buffer, py::arg("name"))
        .def(
            "with_column",
            [](const Table& table, const std::string& name,
               const py::array_t<double, py::array::c_style>& values, const std::string& unit,
               const std::string& label) {
                return std::const_pointer_cast<Table>(
                    with_column(table, name, values, unit, label));
            },
            py::arg("name"), py::arg("values"), py::arg("unit"), py::arg("label"))
        .def("arrow_schema", schema_capsule)
        .def("arrow_stream",
             [](const std::shared_ptr<Table>& table) { return stream_capsule(table); });
}

}  // namespace tumen::python
