// Which column of the table means what: a box to choose from for each role, filled with what was guessed. Owned by
// ImportDialog. The columns are named as spreadsheets name them, with their headings.
#pragma once

#include "exchange/columnplan.h"
#include "exchange/tablereader.h"

#include <QWidget>

#include <array>

class QComboBox;
class QGridLayout;
class QLabel;

namespace pushbrake {

class ColumnChooser : public QWidget
{
    Q_OBJECT
public:
    explicit ColumnChooser(QWidget* parent);

    void setTable(const ReadTable& read, const ColumnPlan& plan);
    const ColumnPlan& plan() const { return m_plan; }
    /// The box of the task ID: where a person has to say which column it is.
    QComboBox& idBox() const { return *m_boxes.front(); }

Q_SIGNALS:
    void planChanged();

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void present();
    void arrange();
    QString nameOf(const ReadTable& read, int column) const;

    ColumnPlan m_plan;
    QGridLayout* m_grid;
    std::array<QLabel*, columnRoles.size()> m_labels {};
    std::array<QComboBox*, columnRoles.size()> m_boxes {};
    int m_across = 0;
};

} // namespace pushbrake
