#include "ui/parts/safequestion.h"

#include <QPushButton>

#include <map>

namespace pushbrake {

QMessageBox* askSafely(SafeQuestion question, QWidget& parent)
{
    auto* box = new QMessageBox(question.icon, question.title, question.text, QMessageBox::NoButton, &parent);
    box->setObjectName(QLatin1StringView(question.name));
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setTextFormat(Qt::PlainText);
    box->setInformativeText(question.explanation);
    std::map<QAbstractButton*, std::function<void()>> deeds;
    const auto addAnswer = [&](SafeQuestion::Answer& answer, QMessageBox::ButtonRole role) {
        QPushButton* button = box->addButton(answer.text, role);
        button->setObjectName(QLatin1StringView(answer.name));
        deeds.emplace(button, std::move(answer.deed));
        return button;
    };
    QPushButton* careful = addAnswer(question.careful, QMessageBox::RejectRole);
    box->setDefaultButton(careful);
    for (SafeQuestion::Answer& other : question.others) {
        QPushButton* button
            = addAnswer(other, other.isDefault ? QMessageBox::AcceptRole : QMessageBox::DestructiveRole);
        if (other.isDefault)
            box->setDefaultButton(button);
    }
    box->setEscapeButton(careful);
    QObject::connect(box, &QMessageBox::buttonClicked, &parent, [deeds = std::move(deeds)](QAbstractButton* clicked) {
        if (const auto found = deeds.find(clicked); found != deeds.end() && found->second)
            found->second();
    });
    box->open();
    return box;
}

} // namespace pushbrake
