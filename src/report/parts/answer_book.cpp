#include "report/parts/answer_book.hpp"

#include "belief/second_weights.hpp"

namespace tumen {

AnswerBook::AnswerBook(const Experiment& experiment, std::uint32_t point, Doubted doubted)
    : point_(point), book_(experiment, point) {
    if (doubted == Doubted::yes) doubted_.emplace(experiment, point);
}

void AnswerBook::add(const ReplicateResult& result) {
    if (doubted_) doubted_->add(result);
    book_.add(result);
}

const PlaysAnswer& AnswerBook::answer(const Experiment& stored) const {
    if (!answer_) answer_ = plays_answer(stored, point_, headlines(), second_reading(stored));
    return *answer_;
}

std::vector<std::string> AnswerBook::told(const Experiment& stored) const {
    if (stored.draws.empty() || headlines().replicates() == 0)
        return answer_sentences(stored.points[point_].scenario, headlines());
    return answer_told(stored, answer(stored));
}

const Json& AnswerBook::doubt() const {
    if (!doubt_) doubt_ = doubted_ ? doubted_->json(headlines()) : Json();
    return *doubt_;
}

}  // namespace tumen
