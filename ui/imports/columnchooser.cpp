#include "ui/imports/columnchooser.h"

#include "ui/look/theme.h"
#include "ui/words/importwords.h"

#include <QComboBox>
#include <QGridLayout>
#include <QLabel>

#include <algorithm>

namespace pushbrake {

namespace {

constexpr int mostShown = 24; ///< characters of a heading
constexpr int leastWidth = 33 * theme::unit; ///< of a box that shows a letter and a word

QString labelOf(ColumnRole role)
{
    switch (role) {
    case ColumnRole::Id: return ColumnChooser::tr("&Task ID");
    case ColumnRole::GoesOutAt: return ColumnChooser::tr("&Goes out");
    case ColumnRole::Audience: return ColumnChooser::tr("&Who gets it");
    case ColumnRole::Title: return ColumnChooser::tr("Titl&e");
    case ColumnRole::SdkAppId: return ColumnChooser::tr("SD&KAppID");
    case ColumnRole::Region: break;
    }
    return ColumnChooser::tr("&Region");
}

const char* nameOf(ColumnRole role)
{
    switch (role) {
    case ColumnRole::Id: return "idColumnBox";
    case ColumnRole::GoesOutAt: return "timeColumnBox";
    case ColumnRole::Audience: return "audienceColumnBox";
    case ColumnRole::Title: return "titleColumnBox";
    case ColumnRole::SdkAppId: return "sdkAppIdColumnBox";
    case ColumnRole::Region: break;
    }
    return "regionColumnBox";
}

} // namespace

ColumnChooser::ColumnChooser(QWidget* parent)
    : QWidget(parent)
    , m_grid(new QGridLayout(this))
{
    setObjectName(QStringLiteral("columnChooser"));
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(theme::buttonGap);
    m_grid->setVerticalSpacing(theme::unit);
    for (size_t i = 0; i < columnRoles.size(); ++i) {
        const ColumnRole role = columnRoles[i];
        auto* box = m_boxes[i] = new QComboBox(this);
        box->setObjectName(QString::fromLatin1(pushbrake::nameOf(role)));
        box->setAccessibleName(tr("Column of: %1").arg(sentences::columnRoleName(role)));
        box->setMinimumHeight(theme::controlHeight);
        box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        auto* label = m_labels[i] = new QLabel(labelOf(role), this);
        label->setObjectName(box->objectName() + QStringLiteral("Label"));
        label->setBuddy(box);
        connect(box, &QComboBox::activated, this, [this, role, box] {
            m_plan.setColumn(role, box->currentData().toInt());
            m_plan.isIdSure = m_plan.isIdSure || role == ColumnRole::Id;
            present();
            Q_EMIT planChanged();
        });
    }
    arrange();
}

void ColumnChooser::setTable(const ReadTable& read, const ColumnPlan& plan)
{
    m_plan = plan;
    setVisible(!plan.isMessage);
    QStringList names;
    for (int column = 0; column < read.table.columnCount(); ++column)
        names.append(nameOf(read, column));
    for (size_t i = 0; i < columnRoles.size(); ++i) {
        m_boxes[i]->clear();
        m_boxes[i]->addItem(columnRoles[i] == ColumnRole::Id ? tr("Choose…") : tr("None"), -1);
        for (int column = 0; column < names.size(); ++column)
            m_boxes[i]->addItem(names.at(column), column);
    }
    present();
}

QString ColumnChooser::nameOf(const ReadTable& read, int column) const
{
    const QString letters = sentences::columnLetters(column);
    if (m_plan.headingRow < 0)
        return letters;
    const QString heading = read.table.cell(m_plan.headingRow, column).text.toString().simplified();
    return heading.isEmpty() ? letters : tr("%1 · %2").arg(letters, theme::brief(heading, mostShown));
}

void ColumnChooser::present()
{
    for (size_t i = 0; i < columnRoles.size(); ++i)
        m_boxes[i]->setCurrentIndex(std::max(0, m_boxes[i]->findData(m_plan.column(columnRoles[i]))));
}

void ColumnChooser::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    arrange();
}

// As many beside each other as are readable.
void ColumnChooser::arrange()
{
    const int fitting = std::max(1, (width() + theme::buttonGap) / (leastWidth + theme::buttonGap));
    const int across = fitting >= 6 ? 6 : std::min(fitting, 3);
    if (across == m_across)
        return;
    m_across = across;
    for (int i = 0; i < int(m_boxes.size()); ++i) {
        m_grid->addWidget(m_labels[size_t(i)], 2 * (i / across), i % across);
        m_grid->addWidget(m_boxes[size_t(i)], 2 * (i / across) + 1, i % across);
    }
    for (int column = 0; column < int(m_boxes.size()); ++column)
        m_grid->setColumnStretch(column, column < across ? 1 : 0);
}

} // namespace pushbrake
