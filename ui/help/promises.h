// What Pushbrake promises and what it cannot, in sentences for people who do not program. Every one is true of the
// program as it is: who changes what it does changes the sentence. Pure; shown by PromisesDialog.
#pragma once

#include "domain/outcome.h"

#include <QList>
#include <QString>
#include <QStringList>

namespace pushbrake::promises {

/// What stands behind a word of the list.
struct Meaning
{
    Outcome outcome;
    QString text;
};

struct Section
{
    QString title;
    QStringList paragraphs;
    QStringList points; ///< after them, one a line
};

QString title();
QString lead();
QString meaningsTitle();
/// One for each outcome.
QList<Meaning> meanings();
QList<Section> sections();

} // namespace pushbrake::promises
