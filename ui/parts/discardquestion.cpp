#include "ui/parts/discardquestion.h"

#include "ui/parts/safequestion.h"

#include <QCoreApplication>

namespace pushbrake {

namespace {
struct DiscardQuestion
{
    Q_DECLARE_TR_FUNCTIONS(DiscardQuestion)
};
} // namespace

void askToDiscard(QWidget& dialog, std::function<void()> discard)
{
    const QString title = DiscardQuestion::tr("Discard what you typed?");
    askSafely({ "discardQuestion", title, title, {}, { "keepEditingButton", DiscardQuestion::tr("&Keep editing"), {} },
                  { { "discardButton", DiscardQuestion::tr("&Discard"), std::move(discard) } } },
        dialog);
}

} // namespace pushbrake
