#include "ui/help/aboutdialog.h"

#include "ui/look/theme.h"
#include "ui/parts/button.h"
#include "ui/parts/iconlabel.h"
#include "ui/parts/scrolledform.h"

#include <QAccessible>
#include <QClipboard>
#include <QFormLayout>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace pushbrake {

namespace {

constexpr int emblemSide = 72;

QString keychainSentence(std::expected<void, StoreFault> state)
{
    if (state)
        return AboutDialog::tr("There and open");
    switch (state.error()) {
    case StoreFault::Locked: return AboutDialog::tr("There, but locked");
    case StoreFault::Refused: return AboutDialog::tr("There, but it refuses access");
    default: return AboutDialog::tr("Not there, or it does not answer");
    }
}

} // namespace

AboutDialog::AboutDialog(QWidget* parent)
    : QDialog(parent)
{
    setObjectName(u"aboutDialog"_s);
    setWindowTitle(tr("About Pushbrake"));
    setAccessibleName(windowTitle());
    setAttribute(Qt::WA_DeleteOnClose);
    setModal(false);
    QLabel* builtOnLabel = makeLabel("builtOnLabel", tr("Built on"));
    builtOnLabel->setFont(theme::strongFont(font()));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(theme::windowMargin, theme::windowMargin, theme::windowMargin, theme::windowMargin);
    column->setSpacing(theme::bandGap);
    auto* facts = new ScrolledForm(this);
    facts->column().addLayout(makeHead());
    facts->column().addSpacing(theme::unit);
    facts->column().addLayout(makeSystem());
    facts->column().addSpacing(theme::unit);
    facts->column().addWidget(builtOnLabel);
    facts->column().addWidget(makeParts(), 1);
    QLabel* licences = makeLabel("licencesLabel",
        tr("Pushbrake itself is under Apache-2.0; each part has the licence that stands beside it. Qt, SQLite and "
           "OpenSSL are named with the version in use, the others with the one that Pushbrake was built with."));
    licences->setFont(theme::smallFont(font()));
    theme::setTone(*licences, theme::Tone::Dim);
    facts->column().addWidget(licences);
    column->addWidget(facts, 1);
    column->addLayout(makeButtons());
    resize(theme::withinScreen(*this, QSize(600, 610)));
    m_close->setFocus();
}

QLabel* AboutDialog::makeLabel(const char* name, const QString& text)
{
    QLabel* label = theme::selectableLabel(text, this);
    label->setObjectName(QLatin1StringView(name));
    return label;
}

QHBoxLayout* AboutDialog::makeHead()
{
    auto* emblem = new IconLabel(emblemSide, this);
    emblem->setObjectName(u"emblem"_s);
    emblem->setIcon(QIcon(u":/pushbrake.svg"_s));
    QLabel* name = makeLabel("nameLabel", tr("Pushbrake"));
    name->setFont(theme::titleFont(font()));
    QLabel* version
        = makeLabel("versionLabel", tr("Version %1, licence Apache-2.0").arg(theme::leftToRight(programVersion())));
    theme::setTone(*version, theme::Tone::Dim);
    QLabel* what
        = makeLabel("whatLabel", tr("Cancels scheduled push notifications of Tencent Chat before they go out."));
    auto* words = new QVBoxLayout;
    words->setSpacing(theme::unit);
    for (QLabel* label : { name, version, what })
        words->addWidget(label);
    auto* head = new QHBoxLayout;
    head->setSpacing(theme::windowMargin);
    head->addWidget(emblem, 0, Qt::AlignTop);
    head->addLayout(words, 1);
    return head;
}

QFormLayout* AboutDialog::makeSystem()
{
    m_keychainLine = makeLabel("keychainLine", tr("Being asked…"));
    auto* form = new QFormLayout;
    form->setHorizontalSpacing(theme::windowMargin);
    form->setVerticalSpacing(theme::unit);
    const auto addRow = [&](const char* name, const QString& what, QLabel* value) {
        QLabel* label = makeLabel(name, what);
        label->setWordWrap(false);
        theme::setTone(*label, theme::Tone::Dim);
        form->addRow(label, value);
    };
    addRow("systemLabel", tr("System"), makeLabel("systemLine", theme::leftToRight(systemName())));
    addRow("keychainLabel", tr("Keychain"), m_keychainLine);
    return form;
}

QTreeWidget* AboutDialog::makeParts()
{
    auto* parts = new QTreeWidget(this);
    parts->setObjectName(u"builtOnList"_s);
    parts->setAccessibleName(tr("What Pushbrake is built on"));
    parts->setHeaderLabels({ tr("Part"), tr("Version"), tr("Licence") });
    parts->setRootIsDecorated(false);
    parts->setUniformRowHeights(true);
    parts->setAllColumnsShowFocus(true);
    for (const BuiltOn& part : builtOn())
        new QTreeWidgetItem(parts,
            { theme::leftToRight(part.name), theme::leftToRight(part.version), theme::leftToRight(part.licence) });
    parts->header()->setStretchLastSection(false);
    parts->header()->setSectionResizeMode(0, QHeaderView::ResizeToContents);
    parts->header()->setSectionResizeMode(1, QHeaderView::Stretch);
    parts->header()->setSectionResizeMode(2, QHeaderView::ResizeToContents);
    return parts;
}

QHBoxLayout* AboutDialog::makeButtons()
{
    m_copied = makeLabel("copiedLabel", {});
    QPushButton* copyAll = makeButton("copyButton", tr("C&opy for support"), this, u"copy"_s);
    m_close = makeButton("closeButton", tr("&Close"), this);
    m_close->setDefault(true);
    connect(copyAll, &QPushButton::clicked, this, &AboutDialog::copy);
    connect(m_close, &QPushButton::clicked, this, &QDialog::close);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(theme::buttonGap);
    buttons->addWidget(m_copied, 1);
    buttons->addWidget(copyAll);
    buttons->addWidget(m_close);
    return buttons;
}

void AboutDialog::setKeychain(std::expected<void, StoreFault> state)
{
    m_keychain = state;
    m_keychainLine->setText(keychainSentence(state));
}

void AboutDialog::copy()
{
    QGuiApplication::clipboard()->setText(programSupportText(m_keychain));
    m_copied->setText(tr("Copied. Paste it into your message."));
    m_copied->setAccessibleName(m_copied->text());
    // Said aloud although the keyboard stays on the button.
    QAccessibleEvent said(m_copied, QAccessible::Alert);
    QAccessible::updateAccessibility(&said);
}

} // namespace pushbrake
