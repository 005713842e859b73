#include "ui/history/evidencedialog.h"

#include "ui/look/theme.h"
#include "ui/parts/button.h"
#include "ui/parts/formfield.h"
#include "ui/parts/growtofit.h"
#include "ui/parts/iconlabel.h"
#include "ui/words/evidencewords.h"

#include <QClipboard>
#include <QFontDatabase>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace pushbrake {

namespace {
constexpr int iconSide = 32;
constexpr int leastWidth = 120 * theme::unit;
} // namespace

EvidenceDialog::EvidenceDialog(Occasion occasion, const QString& fileName,
    const std::expected<EvidenceWord, EvidenceFault>& found, QWidget* parent)
    : QDialog(parent)
{
    const QString verdict = found && occasion == Occasion::Written ? tr("Evidence saved and read back")
                                                                   : sentences::evidenceVerdict(found);
    setObjectName(u"evidenceDialog"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(occasion == Occasion::Written ? tr("Save evidence") : tr("Verify evidence"));
    setAccessibleName(verdict);
    setMinimumWidth(leastWidth);

    auto* icon = new IconLabel(iconSide, this);
    icon->setIcon(found ? u"shield-check"_s : u"triangle-alert"_s, found ? theme::Tone::Blue : theme::Tone::Red);
    auto* heading = theme::plainLabel(verdict, this);
    heading->setObjectName(u"evidenceVerdict"_s);
    heading->setFont(theme::titleFont(font()));
    auto* file = theme::plainLabel(theme::brief(fileName), this);
    file->setObjectName(u"evidenceFile"_s);
    theme::setTone(*file, theme::Tone::Dim);
    auto* words = new QVBoxLayout;
    words->setSpacing(theme::unit);
    words->addWidget(heading);
    words->addWidget(file);
    auto* head = new QHBoxLayout;
    head->setSpacing(theme::bandGap);
    head->addWidget(icon, 0, Qt::AlignTop);
    head->addLayout(words, 1);

    auto* page = new QVBoxLayout(this);
    page->setContentsMargins(theme::windowMargin, theme::windowMargin, theme::windowMargin, theme::windowMargin);
    page->setSpacing(theme::bandGap);
    page->addLayout(head);
    auto* about = theme::selectableLabel(
        found ? sentences::evidenceOf(*found) : sentences::evidenceProblem(found.error()), this);
    about->setObjectName(u"evidenceAbout"_s);
    page->addWidget(about);

    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(theme::buttonGap);
    if (!found) {
        auto* advice = theme::plainLabel(sentences::evidenceAdvice(found.error()), this);
        advice->setObjectName(u"evidenceAdvice"_s);
        page->addWidget(advice);
    } else {
        auto* name = theme::plainLabel(tr("Seal"), this);
        name->setFont(theme::strongFont(font()));
        auto* seal = theme::selectableLabel(sentences::sealInGroups(found->seal), this);
        seal->setObjectName(u"evidenceSeal"_s);
        seal->setAccessibleName(tr("Seal"));
        seal->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
        seal->setWordWrap(false);
        auto* meaning = theme::plainLabel(occasion == Occasion::Written
                ? tr("Note it where nobody can change it. A file that somebody made anew has another seal.")
                : tr("Compare it with the one that was noted when the file was saved. A file that somebody made anew "
                     "has another seal."),
            this);
        meaning->setObjectName(u"evidenceSealMeaning"_s);
        theme::setTone(*meaning, theme::Tone::Dim);
        for (QLabel* label : { name, seal, meaning })
            page->addWidget(label);
        if (occasion == Occasion::Verified)
            page->addWidget(makeComparison(found->seal));
        auto* copy = makeButton("copySealButton", tr("&Copy the seal"), this, u"copy"_s);
        connect(copy, &QPushButton::clicked, this, [copy, text = QString::fromLatin1(found->seal)] {
            QGuiApplication::clipboard()->setText(text);
            sayCopied(*copy);
        });
        buttons->addWidget(copy);
    }
    auto* close = makeButton("closeEvidenceButton", tr("C&lose"), this);
    close->setDefault(!found || occasion == Occasion::Written); // Enter in the field must not close what it says
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
    buttons->addStretch();
    buttons->addWidget(close);
    page->addStretch(); // not between the lines
    page->addLayout(buttons);
    close->setFocus();
    new GrowToFit(*this);
}

QWidget* EvidenceDialog::makeComparison(const QByteArray& seal)
{
    auto* noted = new QLineEdit(this);
    noted->setObjectName(u"notedSealEdit"_s);
    noted->setPlaceholderText(tr("Paste or type it here"));
    auto* field = new FormField(tr("Seal that was &noted"), noted, this);
    connect(noted, &QLineEdit::textChanged, field, [field, seal](const QString& text) {
        switch (compareSeals(text, seal)) {
        case SealMatch::Beginning: field->showHint({}); break;
        case SealMatch::Same:
            field->showHint(tr("It is the same seal: this is the file for which it was noted."));
            break;
        case SealMatch::Other:
            field->showFault(tr("It is another seal: this is not the file for which it was noted."));
            break;
        }
    });
    return field;
}

} // namespace pushbrake
