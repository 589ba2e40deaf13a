#include "belief/information/turning.hpp"

#include <algorithm>
#include <cmath>
#include <optional>
#include <set>

#include "belief/likelihood/weights.hpp"

namespace tumen {

namespace {

constexpr std::size_t most_bounds = 3;
constexpr std::size_t fewest_inside = 8;    // draws that are searched
constexpr std::size_t fewest_reversed = 6;  // draws that are searched
constexpr std::uint64_t shuffles = 20;
constexpr double worth_a_bound = 1;  // more of the score
constexpr int parts = 10;            // parts of a value's draws

/// Which draws a search looks at, and which of them are reversed.
struct Sample {
    std::vector<std::size_t> draws;
    std::vector<char> reversed;  // of each of these
};

/// A candidate bound with the draws of the sample that it lets in.
struct Cut {
    Beyond bound;
    std::vector<char> inside;
};

bool lets_in(const Beyond& bound, std::size_t draw) {
    const double value = bound.fact->columns[bound.column][draw];
    return bound.above ? value > bound.at : value < bound.at;
}

std::vector<Cut> cuts_of(const std::vector<Fact>& facts, const std::vector<std::size_t>& draws) {
    std::vector<Cut> all;
    const auto add = [&](const Beyond& bound) {
        Cut cut{bound, {}};
        for (const std::size_t draw : draws)
            cut.inside.push_back(lets_in(bound, draw) ? 1 : 0);
        all.push_back(std::move(cut));
    };
    for (const Fact& fact : facts) {
        if (fact.kind == FactKind::rule) {
            constexpr double chosen = 0.5;  // between 0 and 1
            for (std::size_t c = 0; c < fact.columns.size(); ++c)
                add({&fact, c, true, chosen});
        } else if (fact.kind == FactKind::value) {
            std::vector<double> values;
            values.reserve(draws.size());
            for (const std::size_t draw : draws)
                values.push_back(fact.columns.front()[draw]);
            std::sort(values.begin(), values.end());
            std::set<double> bounds;
            for (int part = 1; part < parts; ++part) {
                bounds.insert(values[values.size() * static_cast<std::size_t>(part) /
                                     static_cast<std::size_t>(parts)]);
            }
            for (const double at : bounds) {
                add({&fact, 0, true, at});
                add({&fact, 0, false, at});
            }
        }
    }
    return all;
}

/// By how many standard errors more of the draws inside are reversed than of all.
double score_of(std::size_t inside, std::size_t reversed_inside, double share) {
    if (inside < fewest_inside) return 0;
    const auto n = static_cast<double>(inside);
    return (static_cast<double>(reversed_inside) - n * share) / std::sqrt(n * share * (1 - share));
}

/// Which draws of the sample several cuts let in.
std::vector<char> inside_of(const std::vector<const Cut*>& cuts, std::size_t draws,
                            const Cut* but = nullptr) {
    std::vector<char> inside(draws, 1);
    for (const Cut* cut : cuts) {
        if (cut == but) continue;
        for (std::size_t i = 0; i < draws; ++i)
            inside[i] = static_cast<char>(inside[i] & cut->inside[i]);
    }
    return inside;
}

struct Found {
    std::vector<const Cut*> cuts;
    double score = 0;
};

/// The cut that tells most beside those that let `inside` in, if it tells more than `least`.
Found best_beside(const std::vector<Cut>& all, const std::vector<char>& inside,
                  const std::vector<char>& reversed, double share, double least) {
    Found best{{}, least};
    for (const Cut& cut : all) {
        std::size_t in = 0;
        std::size_t reversed_in = 0;
        for (std::size_t i = 0; i < inside.size(); ++i) {
            const int both = inside[i] & cut.inside[i];
            in += static_cast<std::size_t>(both);
            reversed_in += static_cast<std::size_t>(both & reversed[i]);
        }
        const double score = score_of(in, reversed_in, share);
        if (score > best.score) best = {{&cut}, score};
    }
    return best;
}

/// Each cut once more beside the others: the first was chosen before the last was known.
void refine(const std::vector<Cut>& all, const std::vector<char>& reversed, double share,
            Found& found) {
    for (const Cut*& cut : found.cuts) {
        const std::vector<char> others = inside_of(found.cuts, reversed.size(), cut);
        const Found better = best_beside(all, others, reversed, share, found.score);
        if (better.cuts.empty()) continue;
        cut = better.cuts.front();
        found.score = better.score;
    }
}

/// One bound after the other, each the best beside those before it, as long as it adds enough.
Found search(const std::vector<Cut>& all, const std::vector<char>& reversed) {
    double share = 0;
    for (const char one : reversed)
        share += one;
    share /= static_cast<double>(reversed.size());
    Found found;
    while (found.cuts.size() < most_bounds) {
        const double least = found.score + (found.cuts.empty() ? 0 : worth_a_bound);
        const Found next =
            best_beside(all, inside_of(found.cuts, reversed.size()), reversed, share, least);
        if (next.cuts.empty()) break;
        found.cuts.push_back(next.cuts.front());
        found.score = next.score;
        refine(all, reversed, share, found);
    }
    return found;
}

void judge(const std::vector<bool>& reversed, const std::vector<std::size_t>& held_back,
           Turning& turning) {
    std::size_t all_reversed = 0;
    std::size_t reversed_inside = 0;
    for (const std::size_t draw : held_back) {
        const bool inside = std::all_of(turning.bounds.begin(), turning.bounds.end(),
                                        [&](const Beyond& bound) { return lets_in(bound, draw); });
        turning.inside += inside ? 1 : 0;
        all_reversed += reversed[draw] ? 1 : 0;
        reversed_inside += inside && reversed[draw] ? 1 : 0;
    }
    turning.held_back = held_back.size();
    const auto share = [](std::size_t some, std::size_t of) {
        return of == 0 ? 0.0 : static_cast<double>(some) / static_cast<double>(of);
    };
    turning.coverage = share(reversed_inside, all_reversed);
    turning.density = share(reversed_inside, turning.inside);
    if (!(turning.density > share(all_reversed, held_back.size()))) turning.bounds.clear();
}

}  // namespace

Turning turning_of(const std::vector<bool>& reversed, const std::vector<Fact>& facts,
                   std::uint64_t seed) {
    Turning turning;
    turning.draws = reversed.size();
    Sample searched;
    std::vector<std::size_t> held_back;
    std::size_t to_find = 0;
    for (std::size_t draw = 0; draw < reversed.size(); ++draw) {
        turning.reversed += reversed[draw] ? 1 : 0;
        if (draw % 2 == 1) {
            held_back.push_back(draw);
            continue;
        }
        searched.draws.push_back(draw);
        searched.reversed.push_back(reversed[draw] ? 1 : 0);
        to_find += reversed[draw] ? 1 : 0;
    }
    if (to_find < fewest_reversed || to_find + fewest_reversed > searched.draws.size())
        return turning;
    const std::vector<Cut> all = cuts_of(facts, searched.draws);
    double floor = 0;
    for (std::uint64_t shuffle = 1; shuffle <= shuffles; ++shuffle) {
        std::vector<char> mixed;
        for (const std::uint32_t place : shuffled(searched.reversed.size(), seed + shuffle))
            mixed.push_back(searched.reversed[place]);
        floor = std::max(floor, search(all, mixed).score);
    }
    const Found found = search(all, searched.reversed);
    if (!(found.score > floor)) return turning;
    for (const Cut* cut : found.cuts)
        turning.bounds.push_back(cut->bound);
    judge(reversed, held_back, turning);
    return turning;
}

}  // namespace tumen
