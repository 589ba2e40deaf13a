#include "scenario/evidence/measure_rows.hpp"

namespace tumen {

std::string_view name_of(Side side) {
    switch (side) {
        case Side::official:
            return "official";
        case Side::changed:
            return "changed";
        case Side::told:
            return "told";
        case Side::other:
            return "other";
    }
    return "";
}

}  // namespace tumen
