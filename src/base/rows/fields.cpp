#include "base/rows/fields.hpp"

namespace tumen {

FieldDescription named_field(std::string_view name, std::string_view unit, std::string_view meaning,
                             const Without& without, std::string_view in_python) {
    FieldDescription one;
    one.name = name;
    one.unit = unit;
    one.meaning = meaning;
    one.without = without;
    one.in_python = in_python;
    return one;
}

}  // namespace tumen
