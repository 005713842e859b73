// What a person types to find pushes: words that must all be in ID, title, text or note, in any case and order. Several
// numbers and nothing else are a pasted list of IDs: then any of them is enough. Pure; the list on the screen and the
// reader of a long list ask the same one.
#pragma once

#include "domain/task.h"

#include <QStringList>

#include <initializer_list>

namespace pushbrake {

class TaskWords
{
public:
    TaskWords() = default;
    explicit TaskWords(const QString& typed);

    bool isEmpty() const { return m_words.isEmpty(); }
    bool areIn(const Task& task) const;
    /// The same for what a reader of millions has at hand: title, text and note as UTF-8, looked through where they
    /// lie.
    bool areInUtf8(TaskId id, std::initializer_list<QByteArrayView> texts) const;

    bool operator==(const TaskWords&) const = default;

private:
    bool areIn(TaskId id, std::initializer_list<QStringView> texts) const;
    template<typename Words, typename Has> bool have(const Words& words, Has has) const; ///< any or all of them

    QStringList m_words;
    QList<QByteArray> m_bytes; ///< the same as UTF-8 in small letters; empty unless they can be compared by bytes
    bool m_isAnyEnough = false;
};

} // namespace pushbrake
