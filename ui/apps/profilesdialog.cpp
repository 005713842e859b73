#include "ui/apps/profilesdialog.h"

#include "ui/look/profilemark.h"
#include "ui/look/theme.h"
#include "ui/parts/button.h"
#include "ui/words/appwords.h"
#include "ui/words/problems.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QShortcut>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace pushbrake {

namespace {

enum Column { NameColumn, UsersColumn, RegionColumn, AppIdColumn, CredentialColumn, StateColumn, columnCount };
constexpr int markSide = 16;
constexpr int widestColumn = 280; ///< a name has up to 100 characters
constexpr int idRole = Qt::UserRole;

theme::Tone stateTone(const ProfileRow& row, const QDateTime& now)
{
    if (row.fault || row.secretMissing)
        return theme::Tone::Orange;
    if (!row.profile || !row.expiresAt.isValid())
        return theme::Tone::Dim;
    switch (sentences::signatureTimeLeft(row.expiresAt, now).expiry) {
    case sentences::Expiry::Far: return theme::Tone::Text;
    case sentences::Expiry::Over: return theme::Tone::Red;
    default: return theme::Tone::Orange;
    }
}

} // namespace

ProfilesDialog::ProfilesDialog(QWidget* parent)
    : QDialog(parent)
    , m_list(new QTreeWidget(this))
    , m_message(theme::selectableLabel({}, this))
    , m_orphansLabel(theme::selectableLabel({}, this))
    , m_orphans(buildOrphans())
{
    setObjectName(u"profilesDialog"_s);
    setWindowTitle(tr("Apps"));
    setAccessibleName(tr("Apps"));
    buildList();
    m_message->setObjectName(u"profilesMessage"_s);
    m_message->hide();
    auto* page = new QVBoxLayout(this);
    page->setContentsMargins(theme::windowMargin, theme::windowMargin, theme::windowMargin, theme::windowMargin);
    page->setSpacing(theme::bandGap);
    auto* middle = new QHBoxLayout;
    middle->setSpacing(theme::bandGap);
    auto* listed = new QVBoxLayout; // beside the buttons, which make the window high enough for both
    listed->addWidget(m_list, 1);
    listed->addWidget(m_orphans);
    middle->addLayout(listed, 1);
    middle->addLayout(buildSideButtons());
    page->addLayout(middle, 1);
    page->addWidget(m_message);
    auto* bottom = new QHBoxLayout;
    bottom->setSpacing(theme::buttonGap);
    QPushButton* in = makeButton("importButton", tr("&Import…"), this);
    QPushButton* out = makeButton("exportButton", tr("E&xport without secrets…"), this);
    QPushButton* close = makeButton("closeProfilesButton", tr("&Close"), this);
    connect(in, &QPushButton::clicked, this, &ProfilesDialog::importRequested);
    connect(out, &QPushButton::clicked, this, &ProfilesDialog::exportRequested);
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
    bottom->addWidget(in);
    bottom->addWidget(out);
    bottom->addStretch();
    bottom->addWidget(close);
    page->addLayout(bottom);
    updateButtons();
    resize(theme::withinScreen(*this, QSize(theme::unit * 250, theme::unit * 115)));
    m_list->setFocus();
}

void ProfilesDialog::buildList()
{
    m_list->setObjectName(u"profilesList"_s);
    m_list->setAccessibleName(tr("Apps"));
    m_list->setHeaderLabels(
        { tr("App"), tr("Users"), tr("Region or host"), tr("SDKAppID"), tr("Signs in with"), tr("Valid for") });
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setAllColumnsShowFocus(true);
    m_list->setSelectionMode(QAbstractItemView::SingleSelection);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->header()->setSectionsMovable(false);
    m_list->setIconSize({ markSide, theme::compactRowHeight }); // the mark in the middle of a row of the usual height
    m_list->header()->setStretchLastSection(true);
    m_none
        = theme::plainLabel(tr("No apps yet. Add the first one, or import a file that a colleague exported."), m_list);
    m_none->setObjectName(u"noApps"_s);
    m_none->setAlignment(Qt::AlignCenter);
    theme::setTone(*m_none, theme::Tone::Dim);
    auto* middle = new QVBoxLayout(m_list->viewport());
    middle->addWidget(m_none);
    connect(m_list, &QTreeWidget::currentItemChanged, this, &ProfilesDialog::updateButtons);
    connect(m_list, &QTreeWidget::itemActivated, this, [this] { Q_EMIT editRequested(currentId()); });
    const auto key = [this](const QKeySequence& keys, auto work) {
        connect(new QShortcut(keys, m_list, nullptr, nullptr, Qt::WidgetShortcut), &QShortcut::activated, this, work);
    };
    key(QKeySequence::Delete, [this] { m_remove->click(); });
    key(Qt::ALT | Qt::Key_Up, [this] { m_up->click(); });
    key(Qt::ALT | Qt::Key_Down, [this] { m_down->click(); });
}

QVBoxLayout* ProfilesDialog::buildSideButtons()
{
    auto* column = new QVBoxLayout;
    column->setSpacing(theme::buttonGap);
    QPushButton* add = makeButton("addProfileButton", tr("&Add…"), this, u"plus"_s);
    m_edit = makeButton("editProfileButton", tr("&Edit…"), this, u"pencil"_s);
    m_duplicate = makeButton("duplicateProfileButton", tr("Du&plicate"), this, u"copy"_s);
    m_remove = makeButton("removeListedButton", tr("&Remove…"), this, u"trash-2"_s);
    m_up = makeButton("moveUpButton", tr("Move &up"), this);
    m_down = makeButton("moveDownButton", tr("Move &down"), this);
    m_remove->setToolTip(tr("Remove this app (Delete)"));
    m_up->setToolTip(tr("Move this app up (Alt+Up)"));
    m_down->setToolTip(tr("Move this app down (Alt+Down)"));
    connect(add, &QPushButton::clicked, this, &ProfilesDialog::addRequested);
    connect(m_edit, &QPushButton::clicked, this, [this] { Q_EMIT editRequested(currentId()); });
    connect(m_duplicate, &QPushButton::clicked, this, [this] { Q_EMIT duplicateRequested(currentId()); });
    connect(m_remove, &QPushButton::clicked, this, [this] { Q_EMIT removeRequested(currentId()); });
    connect(m_up, &QPushButton::clicked, this, [this] { Q_EMIT moveRequested(currentId(), -1); });
    connect(m_down, &QPushButton::clicked, this, [this] { Q_EMIT moveRequested(currentId(), 1); });
    for (QPushButton* each : { add, m_edit, m_duplicate, m_remove, m_up, m_down })
        column->addWidget(each);
    column->addStretch();
    return column;
}

QWidget* ProfilesDialog::buildOrphans()
{
    m_orphansLabel->setObjectName(u"orphansLabel"_s);
    QPushButton* remove = makeButton("removeOrphansButton", tr("Re&move them…"), this);
    connect(remove, &QPushButton::clicked, this, &ProfilesDialog::removeOrphansRequested);
    auto* line = new QWidget(this);
    auto* row = new QHBoxLayout(line);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(theme::buttonGap);
    row->addWidget(m_orphansLabel, 1);
    row->addWidget(remove);
    line->hide();
    return line;
}

void ProfilesDialog::setOrphans(int count)
{
    m_orphansLabel->setText(tr("%n entries in the keychain belong to no app.", nullptr, count));
    m_orphansLabel->setAccessibleName(m_orphansLabel->text());
    m_orphans->setVisible(count > 0);
}

void ProfilesDialog::setRows(const QList<ProfileRow>& rows, const QDateTime& now)
{
    const QString kept = currentId();
    const bool same = rows.size() == m_list->topLevelItemCount();
    if (!same)
        m_list->clear();
    for (int i = 0; i < rows.size(); ++i) {
        QTreeWidgetItem* item = same ? m_list->topLevelItem(i) : new QTreeWidgetItem(m_list);
        fill(*item, rows.at(i), now);
    }
    for (int column = 0; column < StateColumn; ++column) { // the last one takes what is left
        m_list->resizeColumnToContents(column);
        m_list->setColumnWidth(column, std::min(m_list->columnWidth(column) + theme::windowMargin, widestColumn));
    }
    select(kept);
    m_none->setVisible(rows.isEmpty());
    if (!m_list->currentItem() && !rows.isEmpty())
        m_list->setCurrentItem(m_list->topLevelItem(0));
    updateButtons();
}

void ProfilesDialog::fill(QTreeWidgetItem& item, const ProfileRow& row, const QDateTime& now) const
{
    const Profile* profile = row.profile ? &*row.profile : nullptr;
    item.setData(NameColumn, idRole, row.entry.id);
    item.setText(NameColumn, theme::isolated(row.entry.name));
    item.setIcon(NameColumn, profilemark::icon(row.entry.colour));
    item.setData(NameColumn, Qt::AccessibleTextRole,
        u"%1, %2"_s.arg(
            sentences::nameWithMark(row.entry.name, row.entry.realUsers), sentences::colourName(row.entry.colour)));
    item.setText(UsersColumn, sentences::usersWord(row.entry.realUsers));
    item.setText(RegionColumn, profile ? sentences::place(*profile) : QString());
    item.setText(AppIdColumn, profile ? theme::leftToRight(QString::number(profile->sdkAppId)) : QString());
    item.setText(CredentialColumn,
        !profile                                         ? QString()
            : profile->kind == CredentialKind::SecretKey ? tr("secret key")
                                                         : tr("UserSig"));
    item.setText(StateColumn, stateWords(row, now));
    item.setForeground(StateColumn, theme::color(stateTone(row, now)));
    const QString tip = row.fault ? sentences::storeProblem(*row.fault)
        : row.secretOfAnother     ? sentences::storeProblem(StoreFault::SecretOfAnother)
        : row.expiresAt.isValid()
        ? tr("Valid until %1.").arg(QLocale().toString(row.expiresAt.toLocalTime(), QLocale::ShortFormat))
        : QString();
    item.setToolTip(StateColumn, tip);
}

QString ProfilesDialog::stateWords(const ProfileRow& row, const QDateTime& now) const
{
    if (row.fault) {
        switch (*row.fault) {
        case StoreFault::Locked: return tr("keychain locked");
        case StoreFault::Missing:
            return row.entry.neverInKeychain ? tr("enter the account again") : tr("not in the keychain");
        case StoreFault::Refused: return tr("keychain refused access");
        case StoreFault::Damaged: return tr("cannot be read");
        case StoreFault::Newer: return tr("of a newer Pushbrake");
        default: return tr("keychain not available");
        }
    }
    if (!row.profile)
        return tr("being read…");
    if (row.secretMissing)
        return tr("enter the secret");
    const QString good = row.profile->kind == CredentialKind::SecretKey ? tr("renewed automatically")
        : row.expiresAt.isValid()                                       ? sentences::expiryWords(row.expiresAt, now)
                                                                        : tr("UserSig cannot be read");
    return row.sessionOnly ? tr("%1, for this session only").arg(good) : good;
}

QString ProfilesDialog::currentId() const
{
    const QTreeWidgetItem* item = m_list->currentItem();
    return item ? item->data(NameColumn, idRole).toString() : QString();
}

void ProfilesDialog::select(const QString& id)
{
    for (int i = 0; i < m_list->topLevelItemCount(); ++i) {
        if (m_list->topLevelItem(i)->data(NameColumn, idRole).toString() == id)
            m_list->setCurrentItem(m_list->topLevelItem(i));
    }
}

void ProfilesDialog::updateButtons()
{
    if (!m_down)
        return;
    const int row = m_list->indexOfTopLevelItem(m_list->currentItem());
    for (QPushButton* each : { m_edit, m_duplicate, m_remove })
        each->setEnabled(row >= 0);
    m_up->setEnabled(row > 0);
    m_down->setEnabled(row >= 0 && row + 1 < m_list->topLevelItemCount());
}

void ProfilesDialog::tell(const QString& sentence)
{
    m_message->setText(sentence);
    m_message->setAccessibleName(sentence);
    m_message->setVisible(!sentence.isEmpty());
}

} // namespace pushbrake
