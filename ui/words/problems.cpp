#include "ui/words/problems.h"

#include <QCoreApplication>

namespace pushbrake::sentences {

namespace {

struct Problems
{
    Q_DECLARE_TR_FUNCTIONS(Problems)
};

QString entryProblem(ProfileFileFault::Kind kind)
{
    using Kind = ProfileFileFault::Kind;
    switch (kind) {
    case Kind::Fields:
        return Problems::tr("Entry %1 has too many or too few fields. A list of apps never has secrets in it.");
    case Kind::Name: return Problems::tr("Entry %1 has a name that is empty, too long or not printable.");
    case Kind::Region: return Problems::tr("Entry %1 names a region that Pushbrake does not know.");
    case Kind::Host: return Problems::tr("Entry %1 has a host that is no host name.");
    case Kind::SdkAppId: return Problems::tr("Entry %1 has an SDKAppID that is no number from 1 to 4294967295.");
    case Kind::Identifier: return Problems::tr("Entry %1 has an administrator account that the service would refuse.");
    case Kind::Credential: return Problems::tr("Entry %1 does not say whether it needs a secret key or a UserSig.");
    case Kind::Mark: return Problems::tr("Entry %1 does not say whether the app has real users.");
    case Kind::Colour: return Problems::tr("Entry %1 has a colour that Pushbrake does not know.");
    default: return Problems::tr("Entry %1 is the same app and account as one before it.");
    }
}

} // namespace

QString taskIdProblem(TaskIdFault fault)
{
    switch (fault) {
    case TaskIdFault::Empty: return Problems::tr("Enter the task ID.");
    case TaskIdFault::Letters: return Problems::tr("A task ID has digits only.");
    case TaskIdFault::Scientific:
        return Problems::tr(
            "A spreadsheet has replaced part of this number. Format the column as text and copy it again.");
    case TaskIdFault::Decimal: return Problems::tr("A task ID is a whole number without a decimal part.");
    case TaskIdFault::Separators: return Problems::tr("Remove the separators between the digits.");
    case TaskIdFault::Sign: return Problems::tr("A task ID has no plus or minus sign.");
    case TaskIdFault::Zero: return Problems::tr("0 is not a task ID.");
    case TaskIdFault::LeadingZero:
        return Problems::tr("A task ID does not begin with 0. A spreadsheet may have added it.");
    case TaskIdFault::TooLarge: return Problems::tr("This number is larger than any task ID.");
    case TaskIdFault::Moment: return Problems::tr("This is a date or a time.");
    case TaskIdFault::Phone: return Problems::tr("This looks like a phone number.");
    case TaskIdFault::Address:
        return Problems::tr("This is a web or e-mail address. If a task ID is in it, copy only its digits.");
    case TaskIdFault::PushId: break;
    }
    return Problems::tr("This is the ID of a push that went out already. It can only be recalled.");
}

QString storeProblem(StoreFault fault)
{
    switch (fault) {
    case StoreFault::Missing:
        return Problems::tr("The computer's keychain has no entry for this app. Enter the account again.");
    case StoreFault::Locked: return Problems::tr("The computer's keychain is locked. Unlock it, then try again.");
    case StoreFault::Unavailable:
        return Problems::tr(
            "The computer's keychain does not answer. Your account is not lost; try again in a moment.");
    case StoreFault::Refused:
        return Problems::tr("The computer's keychain refused access. Allow it for Pushbrake, then try again.");
    case StoreFault::Damaged:
        return Problems::tr("The keychain's entry for this app cannot be read. Enter the account again.");
    case StoreFault::TooLarge:
        return Problems::tr("This account is too long for the keychain. Check whether too much was pasted.");
    case StoreFault::Newer:
        return Problems::tr("The keychain's entry for this app was written by a newer Pushbrake. It was left as it is; "
                            "use that version.");
    case StoreFault::SecretOfAnother:
        return Problems::tr("The saved secret was entered for another host, SDKAppID or account. Enter it again.");
    case StoreFault::NotKept: break;
    }
    return Problems::tr("The keychain reported success, but did not do it. Try again.");
}

QString databaseProblem(DatabaseFault fault)
{
    switch (fault) {
    case DatabaseFault::NoFolder: return Problems::tr("The folder for Pushbrake's data cannot be created.");
    case DatabaseFault::ForeignFolder:
        return Problems::tr("The folder for Pushbrake's data is a link or belongs to somebody else. Nothing was "
                            "changed in it. Put a folder of your own in its place.");
    case DatabaseFault::CannotOpen:
        return Problems::tr(
            "The list on this computer cannot be opened. Check that its folder is there and can be written.");
    case DatabaseFault::ReadOnly:
        return Problems::tr("The list on this computer cannot be written: its file is read-only, moved or replaced.");
    case DatabaseFault::Full: return Problems::tr("The disk is full. Make room, then try again.");
    case DatabaseFault::Damaged:
        return Problems::tr(
            "The list on this computer is damaged. Restart Pushbrake: it sets the file aside and begins a new one.");
    case DatabaseFault::TooNew:
        return Problems::tr(
            "The list on this computer was written by a newer Pushbrake. It was left as it is; use that version.");
    case DatabaseFault::InUse:
        return Problems::tr("Another program is using the list on this computer. Close that, then try again.");
    case DatabaseFault::WriteFailed: break;
    }
    return Problems::tr(
        "Writing to the list on this computer failed. Try again; if it fails again, restart Pushbrake.");
}

QString noRecordNow(DatabaseFault fault)
{
    switch (fault) {
    case DatabaseFault::NoFolder:
        return Problems::tr(
            "This computer cannot keep a record now: the folder for Pushbrake's data cannot be created.");
    case DatabaseFault::ForeignFolder:
        return Problems::tr("This computer cannot keep a record now: the folder for Pushbrake's data is a link or "
                            "belongs to somebody else.");
    case DatabaseFault::CannotOpen:
        return Problems::tr("This computer cannot keep a record now: its file cannot be opened.");
    case DatabaseFault::ReadOnly:
        return Problems::tr("This computer cannot keep a record now: its file is read-only, moved or replaced.");
    case DatabaseFault::Full: return Problems::tr("This computer cannot keep a record now: the disk is full.");
    case DatabaseFault::Damaged: return Problems::tr("This computer cannot keep a record now: its file is damaged.");
    case DatabaseFault::TooNew:
        return Problems::tr(
            "This computer cannot keep a record now: its file was written by a newer Pushbrake. Use that version.");
    case DatabaseFault::InUse:
        return Problems::tr("This computer cannot keep a record now: another program is using its file.");
    case DatabaseFault::WriteFailed: break;
    }
    return Problems::tr("This computer cannot keep a record now: writing to its file fails.");
}

QString whatWorksWithoutRecord()
{
    return Problems::tr("You can see everything, but the list lasts only until Pushbrake ends. Nothing is cancelled "
                        "before you agree to do so without a record.");
}

QString databaseSetAside()
{
    return Problems::tr("The list on this computer was damaged. It was set aside, and a new one was begun.");
}

QString listIsBroughtUpToDate()
{
    return Problems::tr(
        "Pushbrake brings your list up to date for this version. The list as it was is kept beside it.");
}

QString damageWasFoundLater()
{
    return Problems::tr("What is on the screen stays. Nothing is cancelled before you agree to do so without a record. "
                        "Start Pushbrake again: then the damaged file is set aside, and a new one is begun.");
}

QString alreadyOpen()
{
    return Problems::tr("Pushbrake is already open. Use its window.");
}

QString profileFileProblem(const ProfileFileFault& fault)
{
    using Kind = ProfileFileFault::Kind;
    switch (fault.kind) {
    case Kind::TooLarge: return Problems::tr("Nothing was imported: this file is far too large for a list of apps.");
    case Kind::NotJson: return Problems::tr("Nothing was imported: this file is damaged or no list of apps.");
    case Kind::NotProfiles: return Problems::tr("Nothing was imported: this file is no list of apps from Pushbrake.");
    case Kind::Newer: return Problems::tr("Nothing was imported: this file was written by a newer Pushbrake.");
    case Kind::Empty: return Problems::tr("Nothing was imported: there is no app in this file.");
    default: return Problems::tr("Nothing was imported. %1").arg(entryProblem(fault.kind).arg(fault.entry));
    }
}

} // namespace pushbrake::sentences
