// A question before something that cannot be taken back lightly: the careful answer is the default and Escape, the
// other says what it does. No nested loop; the question deletes itself.
#pragma once

#include <QMessageBox>
#include <QString>

#include <functional>
#include <vector>

namespace pushbrake {

struct SafeQuestion
{
    struct Answer
    {
        const char* name; ///< object name of its button
        QString text;
        std::function<void()> deed; ///< none for an answer that changes nothing
        bool isDefault = false; ///< takes the default from the careful one, because it mends what the question is about
    };

    const char* name; ///< object name
    QString title;
    QString text; ///< shown as plain text, like the explanation
    QString explanation;
    Answer careful;
    std::vector<Answer> others; ///< in the order shown
    QMessageBox::Icon icon = QMessageBox::Question;
};

/// Asks over `parent`. The deed of the answer that was given is called once, while `parent` lives.
QMessageBox* askSafely(SafeQuestion question, QWidget& parent);

} // namespace pushbrake
