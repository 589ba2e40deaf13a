#include "arrow.hpp"

#include <cerrno>
#include <cstring>
#include <new>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tumen::python {

namespace {

/// What a schema points to; gone with its release.
struct HeldSchema {
    std::string format;
    std::string name;
    std::string metadata;
    std::vector<std::unique_ptr<ArrowSchema>> children;
    std::vector<ArrowSchema*> child_pointers;
    std::unique_ptr<ArrowSchema> dictionary;
};

/// What an array points to.
struct HeldArray {
    std::shared_ptr<const void> owner;  // of the memory under `buffers`
    std::vector<const void*> buffers;
    std::vector<std::unique_ptr<ArrowArray>> children;
    std::vector<ArrowArray*> child_pointers;
    std::unique_ptr<ArrowArray> dictionary;
};

/// A child or dictionary that a consumer moved away has no release any more.
template <class Struct>
void release_if_there(Struct* one) {
    if (one != nullptr && one->release != nullptr) one->release(one);
}

template <class Struct, class Held>
void release(Struct* one) {
    Held* held = static_cast<Held*>(one->private_data);
    for (Struct* child : held->child_pointers)
        release_if_there(child);
    release_if_there(held->dictionary.get());
    one->release = nullptr;
    delete held;
}

void fill(ArrowSchema& out, std::unique_ptr<HeldSchema> held) {
    for (const auto& child : held->children)
        held->child_pointers.push_back(child.get());
    out = {held->format.c_str(),
           held->name.c_str(),
           held->metadata.empty() ? nullptr : held->metadata.data(),
           0,  // no flags: nothing is null
           static_cast<std::int64_t>(held->children.size()),
           held->child_pointers.data(),
           held->dictionary.get(),
           release<ArrowSchema, HeldSchema>,
           nullptr};
    out.private_data = held.release();
}

void fill(ArrowArray& out, std::size_t length, std::unique_ptr<HeldArray> held) {
    for (const auto& child : held->children)
        held->child_pointers.push_back(child.get());
    out = {static_cast<std::int64_t>(length),
           0,
           0,
           static_cast<std::int64_t>(held->buffers.size()),
           static_cast<std::int64_t>(held->children.size()),
           held->buffers.data(),
           held->child_pointers.data(),
           held->dictionary.get(),
           release<ArrowArray, HeldArray>,
           nullptr};
    out.private_data = held.release();
}

const char* format_of(ColumnType type) {
    switch (type) {
        case ColumnType::int32:
        case ColumnType::category:
            return "i";
        case ColumnType::int64:
            return "l";
        case ColumnType::date:
            return "tdD";
        case ColumnType::float64:
            break;
    }
    return "g";
}

void append(std::string& bytes, std::string_view text) {
    const auto length = static_cast<std::int32_t>(text.size());
    bytes.append(reinterpret_cast<const char*>(&length), sizeof length);
    bytes += text;
}

/// Key and value pairs in the binary form of the specification.
std::string metadata_of(const Column& column) {
    const std::int32_t pairs = 2;
    std::string bytes(reinterpret_cast<const char*>(&pairs), sizeof pairs);
    for (const std::string_view text : {std::string_view("unit"), std::string_view(column.unit),
                                        std::string_view("label"), std::string_view(column.label)})
        append(bytes, text);
    return bytes;
}

std::unique_ptr<ArrowSchema> schema_of(const Column& column) {
    auto held = std::make_unique<HeldSchema>();
    held->format = format_of(column.type);
    held->name = column.name;
    held->metadata = metadata_of(column);
    if (column.type == ColumnType::category) {
        auto texts = std::make_unique<HeldSchema>();
        texts->format = "u";
        held->dictionary = std::make_unique<ArrowSchema>();
        fill(*held->dictionary, std::move(texts));
    }
    auto schema = std::make_unique<ArrowSchema>();
    fill(*schema, std::move(held));
    return schema;
}

/// The names of a category as an array of texts.
struct Texts {
    std::vector<std::int32_t> offsets = {0};
    std::string bytes;
};

std::unique_ptr<ArrowArray> texts_array(const std::vector<std::string>& names) {
    auto texts = std::make_shared<Texts>();
    for (const std::string& name : names) {
        texts->bytes += name;
        texts->offsets.push_back(static_cast<std::int32_t>(texts->bytes.size()));
    }
    auto held = std::make_unique<HeldArray>();
    held->buffers = {nullptr, texts->offsets.data(), texts->bytes.data()};
    held->owner = texts;
    auto array = std::make_unique<ArrowArray>();
    fill(*array, names.size(), std::move(held));
    return array;
}

std::unique_ptr<ArrowArray> array_of(const Column& column, std::size_t rows) {
    auto held = std::make_unique<HeldArray>();
    held->owner = column.values.owner;
    held->buffers = {nullptr, column.values.data};
    if (column.type == ColumnType::category) held->dictionary = texts_array(*column.categories);
    auto array = std::make_unique<ArrowArray>();
    fill(*array, rows, std::move(held));
    return array;
}

struct HeldStream {
    std::shared_ptr<const Table> table;
    bool ended = false;
};

template <class Function>
int error_number_of(Function function) {
    try {
        function();
        return 0;
    } catch (const std::bad_alloc&) {
        return ENOMEM;
    } catch (...) {
        return EIO;
    }
}

HeldStream& held_by(ArrowArrayStream* stream) {
    return *static_cast<HeldStream*>(stream->private_data);
}

int get_schema(ArrowArrayStream* stream, ArrowSchema* out) {
    return error_number_of([&] { export_schema(*held_by(stream).table, *out); });
}

int get_next(ArrowArrayStream* stream, ArrowArray* out) {
    HeldStream& held = held_by(stream);
    if (held.ended) {
        std::memset(out, 0, sizeof *out);  // released already: the end of the stream
        return 0;
    }
    held.ended = true;
    return error_number_of([&] { export_array(held.table, *out); });
}

const char* get_last_error(ArrowArrayStream*) {
    return nullptr;  // the error number says it all
}

void release_stream(ArrowArrayStream* stream) {
    delete static_cast<HeldStream*>(stream->private_data);
    stream->release = nullptr;
}

}  // namespace

void export_schema(const Table& table, ArrowSchema& out) {
    auto held = std::make_unique<HeldSchema>();
    held->format = "+s";
    for (const Column& column : table.columns)
        held->children.push_back(schema_of(column));
    fill(out, std::move(held));
}

void export_array(const std::shared_ptr<const Table>& table, ArrowArray& out) {
    auto held = std::make_unique<HeldArray>();
    held->buffers = {nullptr};
    for (const Column& column : table->columns)
        held->children.push_back(array_of(column, table->rows));
    fill(out, table->rows, std::move(held));
}

void export_stream(const std::shared_ptr<const Table>& table, ArrowArrayStream& out) {
    out = {get_schema, get_next, get_last_error, release_stream, new HeldStream{table}};
}

}  // namespace tumen::python
