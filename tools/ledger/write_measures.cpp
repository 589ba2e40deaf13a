#include "evidence.hpp"

namespace tumen::ledger {

namespace {

std::string texts(std::initializer_list<const Text*> fields) {
    std::string code;
    for (const Text* field : fields)
        code += quoted(field->text) + ", ";
    return code;
}

std::string headlines_code(const Evidence& evidence) {
    std::string code = "constexpr HeadlineRow headlines[] = {\n";
    for (const HeadlineEntry& one : evidence.headlines) {
        code +=
            "    {" + texts({&one.id, &one.label, &one.unit, &one.statistic, &one.explanation}) +
            "Side::" + one.what.text + ", When::" + one.when.text + ", " + number(one.smallest) +
            ", " + (one.against.text.empty() ? "Against::nothing, " : "Against::yardstick, ") +
            quoted(one.instead_of.text) + "},\n";
    }
    return code + "};\n";
}

std::string conclusions_code(const Evidence& evidence) {
    std::string code = "constexpr ConclusionRow conclusions[] = {\n";
    for (const ConclusionEntry& one : evidence.conclusions) {
        code += "    {" + texts({&one.id, &one.label, &one.scenario, &one.against}) +
                quoted(one.statistic.text) + "},\n";
    }
    return code + "};\n";
}

std::string unknowns_code(const Evidence& evidence) {
    std::string arrays;
    std::string code = "constexpr UnknownRow unknowns[] = {\n";
    for (const UnknownEntry& one : evidence.unknowns) {
        const std::string name = "unknown_" + std::to_string(&one - evidence.unknowns.data());
        arrays += "constexpr double " + name + "[] = {";
        for (const double value : one.values)
            arrays += number(value) + ", ";
        arrays += "};\n";
        code +=
            "    {" + texts({&one.id, &one.label, &one.unit, &one.how, &one.sets}) + name + "},\n";
    }
    return arrays + code + "};\n";
}

}  // namespace

std::string measures_code(const Evidence& evidence) {
    return headlines_code(evidence) + conclusions_code(evidence) + unknowns_code(evidence);
}

}  // namespace tumen::ledger
