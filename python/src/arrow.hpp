#pragma once
#include <cstdint>
#include <memory>

#include "table.hpp"

/// The Arrow C data and stream interfaces:
/// https://arrow.apache.org/docs/format/CDataInterface.html. Their structs are an ABI, so names and
/// order of the members are the specification's.
extern "C" {

struct ArrowSchema {
    const char* format;
    const char* name;
    const char* metadata;
    std::int64_t flags;
    std::int64_t n_children;
    struct ArrowSchema** children;
    struct ArrowSchema* dictionary;
    void (*release)(struct ArrowSchema*);
    void* private_data;
};

struct ArrowArray {
    std::int64_t length;
    std::int64_t null_count;
    std::int64_t offset;
    std::int64_t n_buffers;
    std::int64_t n_children;
    const void** buffers;
    struct ArrowArray** children;
    struct ArrowArray* dictionary;
    void (*release)(struct ArrowArray*);
    void* private_data;
};

struct ArrowArrayStream {
    int (*get_schema)(struct ArrowArrayStream*, struct ArrowSchema* out);
    int (*get_next)(struct ArrowArrayStream*, struct ArrowArray* out);
    const char* (*get_last_error)(struct ArrowArrayStream*);
    void (*release)(struct ArrowArrayStream*);
    void* private_data;
};

}  // extern "C"

namespace tumen::python {

/// Fills structs of the caller, who releases them. A table is a struct array with one child a
/// column; a schema carries unit and label as metadata of its fields. Nothing is copied: arrays
/// keep the table alive. Values without a number are NaN, not null.
void export_schema(const Table& table, ArrowSchema& out);
void export_array(const std::shared_ptr<const Table>& table, ArrowArray& out);

/// One batch: all rows.
void export_stream(const std::shared_ptr<const Table>& table, ArrowArrayStream& out);

}  // namespace tumen::python
