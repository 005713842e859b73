#include "ui/runs/resultdialog.h"

#include "ui/look/theme.h"
#include "ui/parts/appband.h"
#include "ui/parts/button.h"
#include "ui/parts/growtofit.h"
#include "ui/parts/iconlabel.h"
#include "ui/parts/scrolledform.h"
#include "ui/parts/twopartrow.h"
#include "ui/words/badges.h"
#include "ui/words/results.h"
#include "ui/words/times.h"

#include <QClipboard>
#include <QFormLayout>
#include <QFrame>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QSettings>
#include <QVBoxLayout>

#include <algorithm>

namespace pushbrake {

namespace {
const QString sizeKey = QStringLiteral("resultDialog/size");
const QString foldKey = QStringLiteral("resultDialog/details");
constexpr int iconSize = 44;

QString utcStamp(const QDateTime& time)
{
    return time.isValid() ? time.toUTC().toString(Qt::ISODate) : QStringLiteral("-");
}

QLabel* makeLabel(const QString& name, QWidget* parent)
{
    QLabel* label = theme::plainLabel({}, parent);
    label->setObjectName(name);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    return label;
}
} // namespace

QString supportText(const ResultEntry& entry, const Profile& app)
{
    const SettledResult& result = entry.result;
    QStringList lines {
        app.isPractice() ? QStringLiteral("Pushbrake result, in practice") : QStringLiteral("Pushbrake result"),
        QStringLiteral("SDKAppID: %1 at %2").arg(app.sdkAppId).arg(app.host()),
        QStringLiteral("task: %1 (%2)")
            .arg(result.taskId)
            .arg(entry.task.audience ? audienceWord(*entry.task.audience) : QStringLiteral("-")),
        QStringLiteral("outcome: %1%2")
            .arg(outcomeWord(result.outcome), result.checked ? QStringLiteral(", checked") : QString()),
        QStringLiteral("code: %1")
            .arg(result.fault == NetFault::None && result.httpStatus != 0 ? QString::number(result.code)
                                                                          : QStringLiteral("none")),
        QStringLiteral("network fault: %1, HTTP status: %2").arg(int(result.fault)).arg(result.httpStatus),
        QStringLiteral("service says: %1").arg(theme::isolated(result.serviceText.simplified())),
        QStringLiteral("attempts: %1, request number: %2").arg(result.attempts).arg(result.requestNumber),
        QStringLiteral("asked: %1, settled: %2").arg(utcStamp(result.sentAt), utcStamp(result.settledAt)),
        QStringLiteral("goes out: %1").arg(utcStamp(entry.task.goesOutAt)),
    };
    if (!result.recorded)
        lines.append(
            QStringLiteral("No record of this was kept on this computer. It is known only until Pushbrake ends."));
    return lines.join(QLatin1Char('\n'));
}

ResultDialog::ResultDialog(Profile app, const Clock& clock, QSettings& settings, QWidget* parent)
    : QDialog(parent)
    , m_app(std::move(app))
    , m_clock(clock)
    , m_settings(settings)
{
    setObjectName(QStringLiteral("resultDialog"));
    setAccessibleName(tr("Result of a cancellation"));
    setModal(false);
    buildWidgets();
    buildLayout();
    wire();
    resize(theme::withinScreen(*this, m_settings.value(sizeKey, QSize(620, 300)).toSize()));
}

ResultDialog::~ResultDialog()
{
    m_settings.setValue(sizeKey, size());
}

void ResultDialog::buildWidgets()
{
    m_icon = new IconLabel(iconSize, this);
    m_icon->setObjectName(QStringLiteral("resultIcon"));
    m_word = makeLabel(QStringLiteral("resultWord"), this);
    m_word->setFont(theme::titleFont(m_word->font()));
    m_task = makeLabel(QStringLiteral("resultTask"), this);
    m_happened = makeLabel(QStringLiteral("resultHappened"), this);
    m_next = makeLabel(QStringLiteral("resultNext"), this);
    m_next->setFont(theme::strongFont(m_next->font()));
    m_noRecord = makeLabel(QStringLiteral("resultNoRecord"), this);
    m_noRecord->setText(sentences::noRecordKept());
    theme::setTone(*m_noRecord, theme::Tone::Orange);
    m_position = makeLabel(QStringLiteral("resultPosition"), this);
    m_position->setWordWrap(false);
    m_details = new QFrame(this);
    m_details->setObjectName(QStringLiteral("resultDetails"));
    m_details->setFrameShape(QFrame::StyledPanel);
    m_previous = makeButton("previousButton", tr("&Previous"), this);
    m_following = makeButton("nextButton", tr("&Next"), this);
    m_unfold = makeButton("detailsButton", tr("&Details"), this);
    m_unfold->setCheckable(true);
    m_check = makeButton("checkAgainButton", tr("Check &again"), this);
    m_copy = makeButton("copyButton", tr("&Copy for support"), this);
    m_close = makeButton("closeButton", tr("C&lose"), this);
    m_close->setDefault(true);
}

void ResultDialog::addDetail(QFormLayout& form, const QString& name, const QString& label, QLabel*& value)
{
    value = makeLabel(name, m_details);
    QLabel* what = theme::plainLabel(label, m_details);
    what->setWordWrap(false);
    theme::setTone(*what, theme::Tone::Dim);
    form.addRow(what, value);
}

void ResultDialog::buildLayout()
{
    auto* page = new QVBoxLayout(this);
    page->setContentsMargins(theme::windowMargin, theme::windowMargin, theme::windowMargin, theme::windowMargin);
    page->setSpacing(theme::bandGap);
    auto* form = new ScrolledForm(this);
    page->addWidget(form, 1);
    form->column().addWidget(new AppBand(AppBand::Form::Dialog, m_app, this));
    auto* head = new QHBoxLayout;
    head->setSpacing(theme::windowMargin);
    auto* words = new QVBoxLayout;
    words->setSpacing(theme::unit);
    words->addWidget(m_word);
    words->addWidget(m_task);
    head->addWidget(m_icon, 0, Qt::AlignTop);
    head->addLayout(words, 1);
    form->column().addLayout(head);
    form->column().addWidget(m_happened);
    form->column().addWidget(m_next);
    form->column().addWidget(m_noRecord);

    auto* details = new QFormLayout(m_details);
    addDetail(*details, QStringLiteral("detailCode"), tr("Code"), m_code);
    addDetail(*details, QStringLiteral("detailService"), tr("The service says"), m_service);
    addDetail(*details, QStringLiteral("detailWhen"), tr("When"), m_when);
    addDetail(*details, QStringLiteral("detailAttempt"), tr("Attempts"), m_attempt);
    addDetail(*details, QStringLiteral("detailRequest"), tr("Request number"), m_request);
    form->column().addWidget(m_details);
    form->column().addStretch();

    auto* buttons = new TwoPartRow(this);
    buttons->beginning().addWidget(m_previous);
    buttons->beginning().addWidget(m_following);
    buttons->beginning().addWidget(m_position);
    buttons->beginning().addStretch();
    for (QPushButton* button : { m_unfold, m_check, m_copy, m_close })
        buttons->end().addWidget(button);
    page->addWidget(buttons);
}

void ResultDialog::wire()
{
    connect(m_previous, &QPushButton::clicked, this, [this] { step(-1); });
    connect(m_following, &QPushButton::clicked, this, [this] { step(+1); });
    connect(m_unfold, &QPushButton::toggled, this, &ResultDialog::toggleDetails);
    connect(m_copy, &QPushButton::clicked, this, &ResultDialog::copy);
    connect(m_close, &QPushButton::clicked, this, &QDialog::close);
    connect(m_check, &QPushButton::clicked, this, [this] {
        if (!m_results.isEmpty())
            Q_EMIT checkAgainRequested(m_results.at(m_current).result.taskId);
    });
    new GrowToFit(*this);
    m_unfold->setChecked(m_settings.value(foldKey, false).toBool());
    m_details->setVisible(m_unfold->isChecked());
}

void ResultDialog::setResults(const QList<ResultEntry>& results, int current)
{
    m_results = results;
    m_current = std::clamp<int>(current, 0, std::max<int>(0, int(results.size()) - 1));
    present();
}

void ResultDialog::update(const ResultEntry& entry)
{
    const auto known = std::find_if(m_results.begin(), m_results.end(),
        [&](const ResultEntry& e) { return e.result.taskId == entry.result.taskId; });
    if (known == m_results.end())
        m_results.append(entry);
    else
        *known = entry;
    present();
}

void ResultDialog::step(int by)
{
    m_current = std::clamp<int>(m_current + by, 0, std::max<int>(0, int(m_results.size()) - 1));
    present();
}

void ResultDialog::present()
{
    if (m_results.isEmpty())
        return;
    const ResultEntry& entry = m_results.at(m_current);
    const auto badge = sentences::outcomeBadge(entry.result.outcome, entry.result.checked, entry.result.code);
    setWindowTitle(badge.word);
    m_icon->setIcon(badge.icon, badge.tone);
    m_icon->setAccessibleName(badge.word);
    m_word->setText(sentences::outcomeHeadline(entry.result.outcome, entry.result.checked, entry.result.code));
    theme::setTone(*m_word, badge.tone);
    const QString title = entry.task.title.isEmpty() ? tr("Push without a title") : theme::brief(entry.task.title);
    m_task->setText(tr("%1 · %2 · %3", "title, task ID, audience")
                        .arg(title, theme::leftToRight(QString::number(entry.result.taskId)),
                            sentences::audienceWords(entry.task.audience)));
    m_happened->setText(sentences::whatHappened(entry.result));
    m_next->setText(sentences::whatNext(entry.result, m_app.kind));
    m_noRecord->setVisible(!entry.result.recorded);
    presentDetails(entry);
    const bool batch = m_results.size() > 1;
    for (QWidget* walker :
        { static_cast<QWidget*>(m_previous), static_cast<QWidget*>(m_following), static_cast<QWidget*>(m_position) })
        walker->setVisible(batch);
    m_previous->setEnabled(m_current > 0);
    m_following->setEnabled(m_current + 1 < m_results.size());
    m_position->setText(tr("%1 of %2").arg(m_current + 1).arg(m_results.size()));
    m_check->setVisible(entry.result.outcome == Outcome::Unknown);
}

void ResultDialog::presentDetails(const ResultEntry& entry)
{
    const SettledResult& result = entry.result;
    // Without a readable answer there is no code; 0 would look like success.
    const bool answered = result.fault == NetFault::None && result.httpStatus != 0;
    m_code->setText(result.attempts == 0 && !answered ? tr("None, the service was not asked")
            : answered                                ? QString::number(result.code)
            : result.httpStatus != 0                  ? tr("None, the answer was HTTP %1").arg(result.httpStatus)
                                                      : tr("None, there was no answer"));
    m_service->setText(result.serviceText.isEmpty() ? tr("Nothing") : theme::brief(result.serviceText, 1000));
    const QDateTime at = result.sentAt.isValid() ? result.sentAt : result.settledAt;
    m_when->setText(tr("%1, %2").arg(sentences::localTime(at, m_clock.utcNow()), theme::leftToRight(utcStamp(at))));
    m_attempt->setText(QString::number(result.attempts));
    m_request->setText(result.attempts > 0 ? theme::leftToRight(QString::number(result.requestNumber))
                                           : tr("None, the service was not asked"));
}

void ResultDialog::toggleDetails()
{
    m_details->setVisible(m_unfold->isChecked());
    m_settings.setValue(foldKey, m_unfold->isChecked());
}

void ResultDialog::copy()
{
    if (m_results.isEmpty())
        return;
    QGuiApplication::clipboard()->setText(supportText(m_results.at(m_current), m_app));
    sayCopied(*m_copy);
}

} // namespace pushbrake
