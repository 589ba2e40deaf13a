#include <pybind11/pybind11.h>
#include <pybind11/stl.h>

#include <stdexcept>
#include <utility>
#include <vector>

#include "arrow.hpp"
#include "sections/sections.hpp"
#include "table.hpp"

namespace py = pybind11;

namespace tumen::python {

namespace {

using SharedTable = std::shared_ptr<const Table>;

/// Memory that Python may look at by its buffer protocol and not write to: numpy.asarray(memory) is
/// a view of it, whatever the version of NumPy.
struct Memory {
    Buffer buffer;
    std::string format;  // as in Python's module struct
    py::ssize_t item = 1;
    std::vector<py::ssize_t> shape;
    std::vector<py::ssize_t> strides;
};

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

static_assert(sizeof(long) == 8 && sizeof(int) == 4);

/// Values as Python's module struct names their type; dates as nanoseconds since 1970.
Memory memory_of(const Buffer& buffer, ColumnType type, std::size_t rows) {
    const auto count = static_cast<py::ssize_t>(rows);
    switch (type) {
        case ColumnType::int32:
        case ColumnType::category:
            return {buffer, "i", 4, {count}, {4}};
        case ColumnType::int64:
        case ColumnType::date:
            return {buffer, "l", 8, {count}, {8}};
        case ColumnType::float64:
            break;
    }
    return {buffer, "d", 8, {count}, {8}};
}

py::buffer_info look_at(Memory& memory) {
    // Nobody writes: the view says that it is read-only.
    return {const_cast<void*>(memory.buffer.data),
            memory.item,
            memory.format,
            static_cast<py::ssize_t>(memory.shape.size()),
            memory.shape,
            memory.strides,
            true};
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
    Memory memory = memory_of(run.front()->values, run.front()->type, table.rows);
    memory.shape.insert(memory.shape.begin(), static_cast<py::ssize_t>(run.size()));
    memory.strides.insert(memory.strides.begin(), step);
    return py::make_tuple(names, memory);
}

Memory values_of(const Table& table, const std::string& name) {
    const Column& column = column_of(table, name);
    const Buffer& buffer = column.type == ColumnType::date ? column.nanoseconds : column.values;
    return memory_of(buffer, column.type, table.rows);
}

Memory arrow_buffer(const Table& table, const std::string& name) {
    const Buffer& buffer = column_of(table, name).values;
    return {buffer, "B", 1, {static_cast<py::ssize_t>(buffer.bytes)}, {1}};
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

/// Keeps what Python lends alive for readers that may let go of it on any thread.
std::shared_ptr<const void> keep(py::buffer_info lent) {
    auto* held = new py::buffer_info(std::move(lent));
    return {held->ptr, [held](const void*) {
                const py::gil_scoped_acquire gil;
                delete held;
            }};
}

SharedTable with_column(const Table& table, const std::string& name, const py::buffer& values,
                        const std::string& unit, const std::string& label) {
    py::buffer_info lent = values.request();
    const auto rows = static_cast<py::ssize_t>(table.rows);
    if (lent.format != "d" || lent.ndim != 1 || lent.size != rows ||
        (rows > 1 && lent.strides.front() != lent.itemsize))
        throw std::invalid_argument("one contiguous double a row is needed");
    Table wider = table;
    Column column{name, unit, label, ColumnType::float64, {}, {}, nullptr};
    const void* data = lent.ptr;
    column.values = {keep(std::move(lent)), data, table.rows * sizeof(double)};
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
    py::class_<Memory>(module, "Memory", py::buffer_protocol()).def_buffer(look_at);
    py::class_<Table, std::shared_ptr<Table>>(module, "Table")
        .def_readonly("rows", &Table::rows)
        .def("schema", schema_of)
        .def("values", values_of, py::arg("name"))
        .def("block", block_of, py::arg("type"))
        .def("arrow_buffer", arrow_buffer, py::arg("name"))
        .def(
            "with_column",
            [](const Table& table, const std::string& name, const py::buffer& values,
               const std::string& unit, const std::string& label) {
                return std::const_pointer_cast<Table>(
                    with_column(table, name, values, unit, label));
            },
            py::arg("name"), py::arg("values"), py::arg("unit"), py::arg("label"))
        .def("arrow_schema", schema_capsule)
        .def("arrow_stream",
             [](const std::shared_ptr<Table>& table) { return stream_capsule(table); });
}

}  // namespace tumen::python
