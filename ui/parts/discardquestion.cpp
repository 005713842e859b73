#include "ui/parts/discardquestion.h"

#include <QCoreApplication>
#include <QMessageBox>
#include <QPushButton>

namespace pushbrake {

void askToDiscard(QWidget& dialog, std::function<void()> discard)
{
    const auto tr = [](const char* text) { return QCoreApplication::translate("DiscardQuestion", text); };
    const QString title = tr("Discard what you typed?");
    auto* question = new QMessageBox(QMessageBox::Question, title, title, QMessageBox::NoButton, &dialog);
    question->setObjectName(QStringLiteral("discardQuestion"));
    question->setAttribute(Qt::WA_DeleteOnClose);
    auto* keep = question->addButton(tr("&Keep editing"), QMessageBox::RejectRole);
    auto* away = question->addButton(tr("&Discard"), QMessageBox::DestructiveRole);
    keep->setObjectName(QStringLiteral("keepEditingButton"));
    away->setObjectName(QStringLiteral("discardButton"));
    question->setDefaultButton(keep);
    question->setEscapeButton(keep);
    QObject::connect(
        question, &QMessageBox::buttonClicked, &dialog, [away, discard = std::move(discard)](QAbstractButton* clicked) {
            if (clicked == away)
                discard();
        });
    question->open();
}

} // namespace pushbrake
