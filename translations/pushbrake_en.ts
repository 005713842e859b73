<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="en">
<context>
    <name>AddedWords</name>
    <message numerus="yes">
        <source>%n push(es) were listed already.</source>
        <translation>
            <numerusform>%n push was listed already.</numerusform>
            <numerusform>%n pushes were listed already.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n push(es) added to the list.</source>
        <translation>
            <numerusform>%n push added to the list.</numerusform>
            <numerusform>%n pushes added to the list.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The service knows %n of them.</source>
        <translation>
            <numerusform>The service knows %n of them.</numerusform>
            <numerusform>The service knows %n of them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 is/are not at the service; check the task ID(s).</source>
        <translation>
            <numerusform>%1 is not at the service; check the task ID.</numerusform>
            <numerusform>%1 are not at the service; check the task IDs.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more are not at the service; check the task IDs.</source>
        <translation>
            <numerusform>%1 and %n more are not at the service; check the task IDs.</numerusform>
            <numerusform>%1 and %n more are not at the service; check the task IDs.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The service has none of them. Check %1 and %n more.</source>
        <translation>
            <numerusform>The service has none of them. Check %1 and %n more.</numerusform>
            <numerusform>The service has none of them. Check %1 and %n more.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 was/were cancelled before.</source>
        <translation>
            <numerusform>%1 was cancelled before.</numerusform>
            <numerusform>%1 were cancelled before.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more were cancelled before.</source>
        <translation>
            <numerusform>%1 and %n more were cancelled before.</numerusform>
            <numerusform>%1 and %n more were cancelled before.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AppWords</name>
    <message numerus="yes">
        <source>%n days left</source>
        <translation>
            <numerusform>%n day left</numerusform>
            <numerusform>%n days left</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CheckExport</name>
    <message numerus="yes">
        <source>%n row(s) of the check written to %1.</source>
        <translation>
            <numerusform>%n row of the check written to %1.</numerusform>
            <numerusform>%n rows of the check written to %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CheckWords</name>
    <message numerus="yes">
        <source>%Ln differ(s)</source>
        <translation>
            <numerusform>%Ln differs</numerusform>
            <numerusform>%Ln differ</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DueWords</name>
    <message numerus="yes">
        <source>%n to everybody</source>
        <translation>
            <numerusform>%n to everybody</numerusform>
            <numerusform>%n to everybody</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n by tag</source>
        <translation>
            <numerusform>%n by tag</numerusform>
            <numerusform>%n by tag</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to chosen users</source>
        <translation>
            <numerusform>%n to chosen users</numerusform>
            <numerusform>%n to chosen users</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n push(es): %1.</source>
        <translation>
            <numerusform>%n push: %1.</numerusform>
            <numerusform>%n pushes: %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Left out: %n push(es) went out, or is (are) going out just now.</source>
        <translation>
            <numerusform>Left out: %n push went out, or is going out just now.</numerusform>
            <numerusform>Left out: %n pushes went out, or are going out just now.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Left out: %n push(es) is (are) being cancelled already.</source>
        <translation>
            <numerusform>Left out: %n push is being cancelled already.</numerusform>
            <numerusform>Left out: %n pushes are being cancelled already.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Left out: %n push(es) was (were) cancelled meanwhile.</source>
        <translation>
            <numerusform>Left out: %n push was cancelled meanwhile.</numerusform>
            <numerusform>Left out: %n pushes were cancelled meanwhile.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Left out: the service does not say who gets %n of the pushes, so nothing can be asked for.</source>
        <translation>
            <numerusform>Left out: the service does not say who gets %n of the pushes, so nothing can be asked for.</numerusform>
            <numerusform>Left out: the service does not say who gets %n of the pushes, so nothing can be asked for.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Left out: the service gives %n push(es) a status that Pushbrake does not know.</source>
        <translation>
            <numerusform>Left out: the service gives %n push a status that Pushbrake does not know.</numerusform>
            <numerusform>Left out: the service gives %n pushes a status that Pushbrake does not know.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n push(es) of your list should go out in this time, and the service did not show it (them). It is (They are) looked up now; see the list.</source>
        <translation>
            <numerusform>%n push of your list should go out in this time, and the service did not show it. It is looked up now; see the list.</numerusform>
            <numerusform>%n pushes of your list should go out in this time, and the service did not show them. They are looked up now; see the list.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Left out: the service does not say when %n of the pushes go(es) out. Look for it (them) in the list.</source>
        <translation>
            <numerusform>Left out: the service does not say when %n of the pushes goes out. Look for it in the list.</numerusform>
            <numerusform>Left out: the service does not say when %n of the pushes go out. Look for them in the list.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EvidenceWords</name>
    <message numerus="yes">
        <source>%n push(es) of the app %1</source>
        <translation>
            <numerusform>%n push of the app %1</numerusform>
            <numerusform>%n pushes of the app %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FieldSentences</name>
    <message numerus="yes">
        <source>Valid until %1: %n days left.</source>
        <translation>
            <numerusform>Valid until %1: %n day left.</numerusform>
            <numerusform>Valid until %1: %n days left.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HistoryWords</name>
    <message numerus="yes">
        <source>%n second(s)</source>
        <translation>
            <numerusform>%n second</numerusform>
            <numerusform>%n seconds</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln cancelled</source>
        <translation>
            <numerusform>%Ln cancelled</numerusform>
            <numerusform>%Ln cancelled</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln too late</source>
        <translation>
            <numerusform>%Ln too late</numerusform>
            <numerusform>%Ln too late</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln refused</source>
        <translation>
            <numerusform>%Ln refused</numerusform>
            <numerusform>%Ln refused</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln still scheduled</source>
        <translation>
            <numerusform>%Ln still scheduled</numerusform>
            <numerusform>%Ln still scheduled</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln taken back</source>
        <translation>
            <numerusform>%Ln taken back</numerusform>
            <numerusform>%Ln taken back</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln not known</source>
        <translation>
            <numerusform>%Ln not known</numerusform>
            <numerusform>%Ln not known</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln without a result</source>
        <translation>
            <numerusform>%Ln without a result</numerusform>
            <numerusform>%Ln without a result</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LeftOut</name>
    <message numerus="yes">
        <source>Left out: %n selected push(es) went out or is (are) no longer at the service.</source>
        <translation>
            <numerusform>Left out: %n selected push went out or is no longer at the service.</numerusform>
            <numerusform>Left out: %n selected pushes went out or are no longer at the service.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Left out: %n selected push(es) is (are) being cancelled already.</source>
        <translation>
            <numerusform>Left out: %n selected push is being cancelled already.</numerusform>
            <numerusform>Left out: %n selected pushes are being cancelled already.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Left out: of %n selected push(es) it is not known who gets it. Edit it to say so.</source>
        <translation>
            <numerusform>Left out: of %n selected push it is not known who gets it. Edit it to say so.</numerusform>
            <numerusform>Left out: of %n selected pushes it is not known who gets them. Edit them to say so.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Left out: the time of %n selected push(es) has come, and the service is asked about it.</source>
        <translation>
            <numerusform>Left out: the time of %n selected push has come, and the service is asked about it.</numerusform>
            <numerusform>Left out: the time of %n selected pushes has come, and the service is asked about them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Left out: %n selected push(es) is (are) not on the list: the service has no such push, or it could not be read.</source>
        <translation>
            <numerusform>Left out: %n selected push is not on the list: the service has no such push, or it could not be read.</numerusform>
            <numerusform>Left out: %n selected pushes are not on the list: the service has no such push, or it could not be read.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ListExport</name>
    <message numerus="yes">
        <source>%n push(es) written to %1.</source>
        <translation>
            <numerusform>%n push written to %1.</numerusform>
            <numerusform>%n pushes written to %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OutlookWords</name>
    <message numerus="yes">
        <source>about %n second(s)</source>
        <translation>
            <numerusform>about %n second</numerusform>
            <numerusform>about %n seconds</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n minute(s)</source>
        <translation>
            <numerusform>about %n minute</numerusform>
            <numerusform>about %n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The time of %n push(es) has come. It is asked for all the same, but may be too late.</source>
        <translation>
            <numerusform>The time of %n push has come. It is asked for all the same, but may be too late.</numerusform>
            <numerusform>The time of %n pushes has come. They are asked for all the same, but may be too late.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>At this pace %1 can still be stopped and %n go(es) out first.</source>
        <translation>
            <numerusform>At this pace %1 can still be stopped and %n goes out first.</numerusform>
            <numerusform>At this pace %1 can still be stopped and %n go out first.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>When %n push(es) go(es) out is not known, nor whether there is time to stop it.</source>
        <translation>
            <numerusform>When %n push goes out is not known, nor whether there is time to stop it.</numerusform>
            <numerusform>When %n pushes go out is not known, nor whether there is time to stop them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Cancelling starts after %n second(s). Until then Undo keeps everything scheduled.</source>
        <translation>
            <numerusform>Cancelling starts after %n second. Until then Undo keeps everything scheduled.</numerusform>
            <numerusform>Cancelling starts after %n seconds. Until then Undo keeps everything scheduled.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n push(es) go(es) out within a minute and is (are) cancelled at once, without Undo.</source>
        <translation>
            <numerusform>%n push goes out within a minute and is cancelled at once, without Undo.</numerusform>
            <numerusform>%n pushes go out within a minute and are cancelled at once, without Undo.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %n can still be stopped in time. It takes %1.</source>
        <translation>
            <numerusform>It can still be stopped in time. It takes %1.</numerusform>
            <numerusform>All %n can still be stopped in time. It takes %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pushbrake::CancelQuestion</name>
    <message numerus="yes">
        <source>Practise cancelling %n scheduled push(es)?</source>
        <translation>
            <numerusform>Practise cancelling %n scheduled push?</numerusform>
            <numerusform>Practise cancelling %n scheduled pushes?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Cancel %n scheduled push(es)?</source>
        <translation>
            <numerusform>Cancel %n scheduled push?</numerusform>
            <numerusform>Cancel %n scheduled pushes?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them go(es) to everybody.</source>
        <translation>
            <numerusform>%n of them goes to everybody.</numerusform>
            <numerusform>%n of them go to everybody.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&amp;Practise cancelling %n push(es) without a record</source>
        <translation>
            <numerusform>&amp;Practise cancelling %n push without a record</numerusform>
            <numerusform>&amp;Practise cancelling %n pushes without a record</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&amp;Cancel %n push(es) without a record</source>
        <translation>
            <numerusform>&amp;Cancel %n push without a record</numerusform>
            <numerusform>&amp;Cancel %n pushes without a record</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&amp;Practise cancelling %n push(es)</source>
        <translation>
            <numerusform>&amp;Practise cancelling %n push</numerusform>
            <numerusform>&amp;Practise cancelling %n pushes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&amp;Cancel %n push(es)</source>
        <translation>
            <numerusform>&amp;Cancel %n push</numerusform>
            <numerusform>&amp;Cancel %n pushes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pushbrake::CheckDeeds</name>
    <message numerus="yes">
        <source>Cancel these %n push(es)…</source>
        <translation>
            <numerusform>Cancel this push…</numerusform>
            <numerusform>Cancel these %n pushes…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Practise cancelling these %n…</source>
        <translation>
            <numerusform>Practise cancelling this one…</numerusform>
            <numerusform>Practise cancelling these %n…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Asks first, as in the list. %n selected push(es) is (are) not scheduled and will be left out.</source>
        <translation>
            <numerusform>Asks first, as in the list. %n selected push is not scheduled and will be left out.</numerusform>
            <numerusform>Asks first, as in the list. %n selected pushes are not scheduled and will be left out.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pushbrake::CheckDesk</name>
    <message numerus="yes">
        <source>%n push(es) expected</source>
        <translation>
            <numerusform>%n push expected</numerusform>
            <numerusform>%n pushes expected</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) of the check copied.</source>
        <translation>
            <numerusform>%n row of the check copied.</numerusform>
            <numerusform>%n rows of the check copied.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of these push(es) was (were) cancelled here since, the last one at %1. The check is older than that.</source>
        <translation>
            <numerusform>%n of these pushes was cancelled here since, at %1. The check is older than that.</numerusform>
            <numerusform>%n of these pushes were cancelled here since, the last one at %1. The check is older than that.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pushbrake::Console</name>
    <message numerus="yes">
        <source>%n push(es) was (were) not on the list and has (have) come onto it.</source>
        <translation>
            <numerusform>%n push was not on the list and has come onto it.</numerusform>
            <numerusform>%n pushes were not on the list and have come onto it.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n push(es) is (are) not on the list: the service has no such push, or it was not read.</source>
        <translation>
            <numerusform>%n push is not on the list: the service has no such push, or it was not read.</numerusform>
            <numerusform>%n pushes are not on the list: the service has no such push, or it was not read.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pushbrake::HistoryDesk</name>
    <message numerus="yes">
        <source>%n push(es) of the history copied.</source>
        <translation>
            <numerusform>%n push of the history copied.</numerusform>
            <numerusform>%n pushes of the history copied.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n push(es) of the history written to %1.</source>
        <translation>
            <numerusform>%n push of the history written to %1.</numerusform>
            <numerusform>%n pushes of the history written to %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cancellation(s) copied.</source>
        <translation>
            <numerusform>%n cancellation copied.</numerusform>
            <numerusform>%n cancellations copied.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pushbrake::HistoryDetails</name>
    <message numerus="yes">
        <source>Cancellation of %n push(es)</source>
        <translation>
            <numerusform>Cancellation of %n push</numerusform>
            <numerusform>Cancellation of %n pushes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pushbrake::HistoryKeeper</name>
    <message numerus="yes">
        <source>The history of %n push(es) is older than that and will be removed for good.</source>
        <translation>
            <numerusform>The history of %n push is older than that and will be removed for good.</numerusform>
            <numerusform>The history of %n pushes is older than that and will be removed for good.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The history is kept for %n day(s) from now on. Nothing in it is older yet, so nothing was removed. Whatever grows older is removed without a further question.</source>
        <translation>
            <numerusform>The history is kept for %n day from now on. Nothing in it is older yet, so nothing was removed. Whatever grows older is removed without a further question.</numerusform>
            <numerusform>The history is kept for %n days from now on. Nothing in it is older yet, so nothing was removed. Whatever grows older is removed without a further question.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pushbrake::HistoryPage</name>
    <message numerus="yes">
        <source>Of one cancellation: %n push(es)</source>
        <translation>
            <numerusform>Of one cancellation: %n push</numerusform>
            <numerusform>Of one cancellation: %n pushes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cancellation(s)</source>
        <translation>
            <numerusform>%n cancellation</numerusform>
            <numerusform>%n cancellations</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>At least %n cancellation(s)</source>
        <translation>
            <numerusform>At least %n cancellation</numerusform>
            <numerusform>At least %n cancellations</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n push(es)</source>
        <translation>
            <numerusform>%n push</numerusform>
            <numerusform>%n pushes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>At least %n push(es)</source>
        <translation>
            <numerusform>At least %n push</numerusform>
            <numerusform>At least %n pushes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pushbrake::ImportDialog</name>
    <message numerus="yes">
        <source>%n row(s) so far</source>
        <translation>
            <numerusform>%n row so far</numerusform>
            <numerusform>%n rows so far</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new</source>
        <translation>
            <numerusform>%n new</numerusform>
            <numerusform>%n new</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n listed already</source>
        <translation>
            <numerusform>%n listed already</numerusform>
            <numerusform>%n listed already</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n left out</source>
        <translation>
            <numerusform>%n left out</numerusform>
            <numerusform>%n left out</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&amp;Add %n push(es)</source>
        <translation>
            <numerusform>&amp;Add %n push</numerusform>
            <numerusform>&amp;Add %n pushes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&amp;Show %n listed push(es)</source>
        <translation>
            <numerusform>&amp;Show %n listed push</numerusform>
            <numerusform>&amp;Show %n listed pushes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of these with a note</source>
        <translation>
            <numerusform>%n of these with a note</numerusform>
            <numerusform>%n of these with a note</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Chec&amp;k %n push(es)</source>
        <translation>
            <numerusform>Chec&amp;k %n push</numerusform>
            <numerusform>Chec&amp;k %n pushes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to check</source>
        <translation>
            <numerusform>%n to check</numerusform>
            <numerusform>%n to check</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pushbrake::ImportQuestions</name>
    <message numerus="yes">
        <source>Take also the %n &amp;hidden row(s)</source>
        <translation>
            <numerusform>Take also the %n &amp;hidden row</numerusform>
            <numerusform>Take also the %n &amp;hidden rows</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pushbrake::LeftoversDialog</name>
    <message numerus="yes">
        <source>The service was asked to cancel %n push(es), and no answer came. A look at the service tells what became of them.</source>
        <translation>
            <numerusform>The service was asked to cancel %n push, and no answer came. A look at the service tells what became of it.</numerusform>
            <numerusform>The service was asked to cancel %n pushes, and no answer came. A look at the service tells what became of them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n push(es) not cancelled: the service was not asked yet. They will go out unless you cancel them now.</source>
        <translation>
            <numerusform>%n push is not cancelled: the service was not asked yet. It will go out unless you cancel it now.</numerusform>
            <numerusform>%n pushes are not cancelled: the service was not asked yet. They will go out unless you cancel them now.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n push(es) not cancelled: the service was not asked yet.</source>
        <translation>
            <numerusform>%n push is not cancelled: the service was not asked yet.</numerusform>
            <numerusform>%n pushes are not cancelled: the service was not asked yet.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pushbrake::ListChanges</name>
    <message numerus="yes">
        <source>Remove %n push(es) from this list?</source>
        <translation>
            <numerusform>Remove %n push from this list?</numerusform>
            <numerusform>Remove %n pushes from this list?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Only %L1 of %n push(es) are on the list.</source>
        <translation>
            <numerusform>%L1 of %n push is on the list.</numerusform>
            <numerusform>Only %L1 of %n pushes are on the list.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n push(es) added to the list of the app that was open before.</source>
        <translation>
            <numerusform>%n push added to the list of the app that was open before.</numerusform>
            <numerusform>%n pushes added to the list of the app that was open before.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Only %L1 of %n push(es) were removed from the list.</source>
        <translation>
            <numerusform>%L1 of %n push was removed from the list.</numerusform>
            <numerusform>Only %L1 of %n pushes were removed from the list.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pushbrake::OwnDaysDialog</name>
    <message numerus="yes">
        <source>%n day(s), from the later field to the earlier one.</source>
        <translation>
            <numerusform>%n day, from the later field to the earlier one.</numerusform>
            <numerusform>%n days, from the later field to the earlier one.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s).</source>
        <translation>
            <numerusform>%n day.</numerusform>
            <numerusform>%n days.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pushbrake::PasteDialog</name>
    <message numerus="yes">
        <source>%n task ID(s) added</source>
        <translation>
            <numerusform>%n task ID added</numerusform>
            <numerusform>%n task IDs added</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n task ID(s) understood</source>
        <translation>
            <numerusform>%n task ID understood</numerusform>
            <numerusform>%n task IDs understood</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them more than once</source>
        <translation>
            <numerusform>%n of them more than once</numerusform>
            <numerusform>%n of them more than once</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cannot be used</source>
        <translation>
            <numerusform>%n cannot be used</numerusform>
            <numerusform>%n cannot be used</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&amp;Add %n push(es)</source>
        <translation>
            <numerusform>&amp;Add %n push</numerusform>
            <numerusform>&amp;Add %n pushes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new</source>
        <translation>
            <numerusform>%n new</numerusform>
            <numerusform>%n new</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n listed already</source>
        <translation>
            <numerusform>%n listed already</numerusform>
            <numerusform>%n listed already</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not ticked</source>
        <translation>
            <numerusform>%n not ticked</numerusform>
            <numerusform>%n not ticked</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Add als&amp;o the %n whose length is unlike the others</source>
        <translation>
            <numerusform>Add als&amp;o the one whose length is unlike the others</numerusform>
            <numerusform>Add als&amp;o the %n whose length is unlike the others</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&amp;Show %n listed push(es)</source>
        <translation>
            <numerusform>&amp;Show %n listed push</numerusform>
            <numerusform>&amp;Show %n listed pushes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pushbrake::ProfilesDesk</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Remove %n entries that belong to no app, with their secrets?</source>
        <translation>
            <numerusform>Remove %n entry that belongs to no app, with its secret?</numerusform>
            <numerusform>Remove %n entries that belong to no app, with their secrets?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&amp;Remove %n entries</source>
        <translation>
            <numerusform>&amp;Remove %n entry</numerusform>
            <numerusform>&amp;Remove %n entries</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pushbrake::ProfilesDialog</name>
    <message numerus="yes">
        <source>%n entries in the keychain belong to no app.</source>
        <translation>
            <numerusform>%n entry in the keychain belongs to no app.</numerusform>
            <numerusform>%n entries in the keychain belong to no app.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pushbrake::ResultWindows</name>
    <message numerus="yes">
        <source>The results of %n push(es) have no record.</source>
        <translation>
            <numerusform>The result of %n push has no record.</numerusform>
            <numerusform>The results of %n pushes have no record.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pushbrake::RunBar</name>
    <message numerus="yes">
        <source>Starts in %n s</source>
        <translation>
            <numerusform>Starts in %n s</numerusform>
            <numerusform>Starts in %n s</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n push(es) not settled yet. Their countdowns keep running.</source>
        <translation>
            <numerusform>%n push not settled yet. Its countdown keeps running.</numerusform>
            <numerusform>%n pushes not settled yet. Their countdowns keep running.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n go(es) out within a minute</source>
        <translation>
            <numerusform>%n goes out within a minute</numerusform>
            <numerusform>%n go out within a minute</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n go(es) out before they can be stopped</source>
        <translation>
            <numerusform>%n goes out before it can be stopped</numerusform>
            <numerusform>%n go out before they can be stopped</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n s left</source>
        <translation>
            <numerusform>about %n s left</numerusform>
            <numerusform>about %n s left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cancelled</source>
        <translation>
            <numerusform>%n cancelled</numerusform>
            <numerusform>%n cancelled</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n too late</source>
        <translation>
            <numerusform>%n too late</numerusform>
            <numerusform>%n too late</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not cancelled</source>
        <translation>
            <numerusform>%n not cancelled</numerusform>
            <numerusform>%n not cancelled</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not cancelled and still scheduled</source>
        <translation>
            <numerusform>%n not cancelled and still scheduled</numerusform>
            <numerusform>%n not cancelled and still scheduled</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not known yet</source>
        <translation>
            <numerusform>%n not known yet</numerusform>
            <numerusform>%n not known yet</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n kept scheduled</source>
        <translation>
            <numerusform>%n kept scheduled</numerusform>
            <numerusform>%n kept scheduled</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n push(es) will be cancelled. Undo keeps all of them scheduled.</source>
        <translation>
            <numerusform>%n push will be cancelled. Undo keeps it scheduled.</numerusform>
            <numerusform>%n pushes will be cancelled. Undo keeps all of them scheduled.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Undo keeps the %n that wait(s). It does not reach the %1 that could not wait: they are done.</source>
        <translation>
            <numerusform>Undo keeps the %n that waits. It does not reach the %1 that could not wait: done already.</numerusform>
            <numerusform>Undo keeps the %n that wait. It does not reach the %1 that could not wait: done already.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Undo keeps the %n that wait(s). It does not reach the %1 that could not wait: they are being cancelled.</source>
        <translation>
            <numerusform>Undo keeps the %n that waits. It does not reach the %1 that could not wait: being cancelled.</numerusform>
            <numerusform>Undo keeps the %n that wait. It does not reach the %1 that could not wait: being cancelled.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>no answer for %n s</source>
        <translation>
            <numerusform>no answer for %n s</numerusform>
            <numerusform>no answer for %n s</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n being checked</source>
        <translation>
            <numerusform>%n being checked</numerusform>
            <numerusform>%n being checked</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not at the service</source>
        <translation>
            <numerusform>%n not at the service</numerusform>
            <numerusform>%n not at the service</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pushbrake::RunCommands</name>
    <message numerus="yes">
        <source>%n second(s), with Undo</source>
        <translation>
            <numerusform>%n second, with Undo</numerusform>
            <numerusform>%n seconds, with Undo</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Practise &amp;cancelling %n…</source>
        <translation>
            <numerusform>Practise &amp;cancelling %n…</numerusform>
            <numerusform>Practise &amp;cancelling %n…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&amp;Cancel %n push(es)…</source>
        <translation>
            <numerusform>&amp;Cancel %n push…</numerusform>
            <numerusform>&amp;Cancel %n pushes…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n selected push(es) cannot be cancelled and will be left out.</source>
        <translation>
            <numerusform>%n selected push cannot be cancelled and will be left out.</numerusform>
            <numerusform>%n selected pushes cannot be cancelled and will be left out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Stops here. Up to %n push(es) will stay scheduled and go out.</source>
        <translation>
            <numerusform>Stops here. %n push may stay scheduled and go out.</numerusform>
            <numerusform>Stops here. Up to %n pushes will stay scheduled and go out.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pushbrake::RunSummary</name>
    <message numerus="yes">
        <source>%n push(es) cancelled</source>
        <translation>
            <numerusform>%n push cancelled</numerusform>
            <numerusform>%n pushes cancelled</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n too late</source>
        <translation>
            <numerusform>%n too late</numerusform>
            <numerusform>%n too late</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not cancelled</source>
        <translation>
            <numerusform>%n not cancelled</numerusform>
            <numerusform>%n not cancelled</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not cancelled and still scheduled</source>
        <translation>
            <numerusform>%n not cancelled and still scheduled</numerusform>
            <numerusform>%n not cancelled and still scheduled</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not known yet</source>
        <translation>
            <numerusform>%n not known yet</numerusform>
            <numerusform>%n not known yet</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n kept scheduled</source>
        <translation>
            <numerusform>%n kept scheduled</numerusform>
            <numerusform>%n kept scheduled</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>No record of %n of these was kept on this computer. It is known only until Pushbrake ends.</source>
        <translation>
            <numerusform>No record of %n of these was kept on this computer. It is known only until Pushbrake ends.</numerusform>
            <numerusform>No record of %n of these was kept on this computer. They are known only until Pushbrake ends.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&amp;Show only the %n that need(s) attention</source>
        <translation>
            <numerusform>&amp;Show only the %n that needs attention</numerusform>
            <numerusform>&amp;Show only the %n that need attention</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not at the service</source>
        <translation>
            <numerusform>%n not at the service</numerusform>
            <numerusform>%n not at the service</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pushbrake::SavedMenu</name>
    <message numerus="yes">
        <source>%n push(es)</source>
        <translation>
            <numerusform>%n push</numerusform>
            <numerusform>%n pushes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pushbrake::StopDueWindow</name>
    <message numerus="yes">
        <source>&amp;Practise cancelling %n push(es)…</source>
        <translation>
            <numerusform>&amp;Practise cancelling %n push…</numerusform>
            <numerusform>&amp;Practise cancelling %n pushes…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&amp;Cancel %n push(es)…</source>
        <translation>
            <numerusform>&amp;Cancel %n push…</numerusform>
            <numerusform>&amp;Cancel %n pushes…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Nothing that can be cancelled goes out in the next %n minute(s).</source>
        <translation>
            <numerusform>Nothing that can be cancelled goes out in the next minute.</numerusform>
            <numerusform>Nothing that can be cancelled goes out in the next %n minutes.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pushbrake::TaskCommands</name>
    <message numerus="yes">
        <source>C&amp;opy %n task ID(s)</source>
        <translation>
            <numerusform>C&amp;opy %n task ID</numerusform>
            <numerusform>C&amp;opy %n task IDs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pushbrake::TaskDesk</name>
    <message numerus="yes">
        <source>%n push(es) checked at %1. Scheduled: %2.</source>
        <translation>
            <numerusform>%n push checked at %1. Scheduled: %2.</numerusform>
            <numerusform>%n pushes checked at %1. Scheduled: %2.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n push(es) copied.</source>
        <translation>
            <numerusform>%n push copied.</numerusform>
            <numerusform>%n pushes copied.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n task ID(s) copied.</source>
        <translation>
            <numerusform>%n task ID copied.</numerusform>
            <numerusform>%n task IDs copied.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CounterWords</name>
    <message numerus="yes">
        <source>%1 of %n push(es) shown</source>
        <translation>
            <numerusform>%1 of %n push shown</numerusform>
            <numerusform>%1 of %n pushes shown</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n push(es)</source>
        <translation>
            <numerusform>%n push</numerusform>
            <numerusform>%n pushes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n selected</source>
        <translation>
            <numerusform>%n selected</numerusform>
            <numerusform>%n selected</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more shown while it is (they are) being cancelled</source>
        <translation>
            <numerusform>%n more shown while it is being cancelled</numerusform>
            <numerusform>%n more shown while they are being cancelled</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RefreshWords</name>
    <message numerus="yes">
        <source>%Ln push(es) were read before that, and there may be more.</source>
        <translation>
            <numerusform>%Ln push was read before that, and there may be more.</numerusform>
            <numerusform>%Ln pushes were read before that, and there may be more.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>You stopped the reading after %Ln push(es), so there may be more.</source>
        <translation>
            <numerusform>You stopped the reading after %Ln push, so there may be more.</numerusform>
            <numerusform>You stopped the reading after %Ln pushes, so there may be more.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The service&apos;s list does not end: reading was stopped after %Ln push(es).</source>
        <translation>
            <numerusform>The service&apos;s list does not end: reading was stopped after %Ln push.</numerusform>
            <numerusform>The service&apos;s list does not end: reading was stopped after %Ln pushes.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The service says there are %Ln push(es), but showed %L1 of them. Refresh again to see the rest.</source>
        <translation>
            <numerusform>The service says there is %Ln push, but showed %L1 of them. Refresh again to see the rest.</numerusform>
            <numerusform>The service says there are %Ln pushes, but showed %L1 of them. Refresh again to see the rest.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) of the service&apos;s list cannot be shown: their task ID cannot be used.</source>
        <translation>
            <numerusform>%Ln row of the service&apos;s list cannot be shown: its task ID cannot be used.</numerusform>
            <numerusform>%Ln rows of the service&apos;s list cannot be shown: their task IDs cannot be used.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Times</name>
    <message numerus="yes">
        <source>in %n s</source>
        <translation>
            <numerusform>in %n s</numerusform>
            <numerusform>in %n s</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n min</source>
        <translation>
            <numerusform>in %n min</numerusform>
            <numerusform>in %n min</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n h</source>
        <translation>
            <numerusform>in %n h</numerusform>
            <numerusform>in %n h</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n days</source>
        <translation>
            <numerusform>in %n day</numerusform>
            <numerusform>in %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n s ago</source>
        <translation>
            <numerusform>%n s ago</numerusform>
            <numerusform>%n s ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n min ago</source>
        <translation>
            <numerusform>%n min ago</numerusform>
            <numerusform>%n min ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n h ago</source>
        <translation>
            <numerusform>%n h ago</numerusform>
            <numerusform>%n h ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n days ago</source>
        <translation>
            <numerusform>%n day ago</numerusform>
            <numerusform>%n days ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <translation>
            <numerusform>%n hour</numerusform>
            <numerusform>%n hours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n days %1 h</source>
        <translation>
            <numerusform>in %n day %1 h</numerusform>
            <numerusform>in %n days %1 h</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n days %1 h ago</source>
        <translation>
            <numerusform>%n day %1 h ago</numerusform>
            <numerusform>%n days %1 h ago</numerusform>
        </translation>
    </message>
</context>
</TS>
