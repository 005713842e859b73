#include "ui/window/keysheet.h"

#include "ui/look/theme.h"
#include "ui/parts/button.h"

#include <QAction>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace pushbrake {

namespace {

QString plain(QString text)
{
    return text.remove(u'&').remove(u'…');
}

QString keysOf(const QAction& action)
{
    QStringList keys;
    for (const QKeySequence& sequence : action.shortcuts())
        keys << sequence.toString(QKeySequence::NativeText);
    return keys.join(u", "_s);
}

void addSection(QTreeWidget& sheet, const QString& title, const QList<QAction*>& actions)
{
    auto* section = new QTreeWidgetItem({ plain(title) });
    section->setFont(0, theme::strongFont(sheet.font()));
    for (const QAction* action : actions) {
        if (action->isVisible() && !action->shortcuts().isEmpty())
            new QTreeWidgetItem(section, { plain(action->text()), keysOf(*action) });
    }
    if (section->childCount() == 0) {
        delete section;
        return;
    }
    sheet.addTopLevelItem(section);
}

} // namespace

KeySheet::KeySheet(const QList<std::pair<QString, QList<QAction*>>>& commands, QWidget* parent)
    : QDialog(parent)
{
    setObjectName(u"keySheet"_s);
    setWindowTitle(tr("Keys"));
    setAccessibleName(tr("Keys"));
    setAttribute(Qt::WA_DeleteOnClose);
    auto* sheet = new QTreeWidget(this);
    sheet->setObjectName(u"keyList"_s);
    sheet->setAccessibleName(tr("Commands and their keys"));
    sheet->setHeaderLabels({ tr("Command"), tr("Keys") });
    sheet->setRootIsDecorated(false);
    sheet->setItemsExpandable(false);
    sheet->setSelectionMode(QAbstractItemView::SingleSelection);
    for (const auto& [title, actions] : commands)
        addSection(*sheet, title, actions);
    sheet->expandAll();
    sheet->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    sheet->header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    sheet->header()->setStretchLastSection(false);

    QPushButton* close = makeButton("closeButton", tr("&Close"), this);
    close->setDefault(true);
    connect(close, &QPushButton::clicked, this, &QDialog::close);
    auto* buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(close);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(theme::windowMargin, theme::windowMargin, theme::windowMargin, theme::windowMargin);
    column->setSpacing(theme::bandGap);
    column->addWidget(sheet);
    column->addLayout(buttons);
    resize(theme::withinScreen(*this, QSize(560, 620)));
}

} // namespace pushbrake
