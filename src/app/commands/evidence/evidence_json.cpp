#include "app/commands/evidence/evidence_text.hpp"
#include "belief/ledger_fields.hpp"
#include "report/rows/row_json.hpp"

namespace tumen::app {

Json parameter_json(const LedgerEntry& entry) {
    return row_json<Face::command_line>(entry);
}

Json pattern_json(const Pattern& pattern) {
    return row_json<Face::command_line>(pattern);
}

Json source_json(const Source& source) {
    return row_json<Face::command_line>(source);
}

}  // namespace tumen::app
