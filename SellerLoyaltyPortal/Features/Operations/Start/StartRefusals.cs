using Microsoft.AspNetCore.Connections;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;
using SellerLoyaltyPortal.Data;

namespace SellerLoyaltyPortal.Features.Operations.Start;

/// <summary>
/// Why the portal does not start, in words for whoever runs the machine. What is not explained here is a bug,
/// whose stack is wanted.
/// </summary>
public static class StartRefusals
{
    /// <summary>
    /// The exit code (<c>EX_CONFIG</c> of sysexits.h): starting again does not help until somebody has changed
    /// something, which systemd can be told (<c>RestartPreventExitStatus=78</c>).
    /// </summary>
    public const int ExitCode = 78;

    /// <summary>The exit code where another start may help (<c>EX_TEMPFAIL</c>): the database was held by somebody.</summary>
    public const int TryAgainCode = 75;

    // Results of SQLite, https://www.sqlite.org/rescode.html
    private const int Busy = 5;
    private const int Locked = 6;
    private const int ReadOnly = 8;
    private const int InputOutput = 10;
    private const int Corrupt = 11;
    private const int Full = 13;
    private const int CannotOpen = 14;
    private const int NotADatabase = 26;

    /// <summary>The words and the exit code; null for what is no matter of the machine.</summary>
    /// <param name="folder">The data folder, as far as it is known: named in the words.</param>
    public static StartRefusal? Explain(Exception failure, string? folder) =>
        failure switch
        {
            AggregateException many when Options(many) is { Count: > 0 } wrong => Settings(wrong),
            OptionsValidationException wrong => Settings([wrong]),
            DatabaseIsNewerException newer => new(newer.Message, ExitCode),
            SqliteException sqlite => Database(sqlite, folder),
            UnauthorizedAccessException => new(
                $"The portal may not write {Named(folder)}: give its user the right, or name another folder (DataOptions:Folder). ({failure.Message})",
                ExitCode
            ),
            IOException { InnerException: AddressInUseException } => new(
                $"The address is taken: another program, maybe another portal, listens there. Choose another with --urls. ({failure.Message})",
                ExitCode
            ),
            IOException => new(
                $"The portal can't use {Named(folder)}: {failure.Message} Make room or mend the disk, or name another folder (DataOptions:Folder).",
                ExitCode
            ),
            _ => failure.InnerException is { } inner ? Explain(inner, folder) : null,
        };

    private static List<OptionsValidationException> Options(AggregateException many) =>
        [.. many.Flatten().InnerExceptions.OfType<OptionsValidationException>()];

    private static StartRefusal Settings(List<OptionsValidationException> wrong) =>
        new(
            string.Join(
                Environment.NewLine,
                [
                    "The portal does not start with these settings:",
                    .. wrong.SelectMany(w =>
                        w.Failures.Select(failure => $"  {w.OptionsType.Name}: {failure}")
                    ),
                    $"Set them in appsettings.json, as environment variables ({wrong[0].OptionsType.Name}__Name=value) or as arguments ({wrong[0].OptionsType.Name}:Name=value).",
                ]
            ),
            ExitCode
        );

    private static StartRefusal? Database(SqliteException failure, string? folder) =>
        failure.SqliteErrorCode switch
        {
            Busy or Locked => new(
                $"Another program holds the database in {Named(folder)}. Try again when it is done.",
                TryAgainCode
            ),
            ReadOnly => new(
                $"The database in {Named(folder)} can't be written: give the portal's user the right to write the folder and every file in it.",
                ExitCode
            ),
            Full => new(
                $"The disk of {Named(folder)} is full. Nothing is lost; make room and start again.",
                ExitCode
            ),
            CannotOpen => new(
                $"The database in {Named(folder)} can't be opened: the portal's user needs the right to read and write the folder.",
                ExitCode
            ),
            Corrupt or NotADatabase => new(
                $"The database in {Named(folder)} is damaged ({failure.Message}). Nothing was changed. See what is wrong with \"admin check\", put the last backup in its place with \"admin restore FOLDER\".",
                ExitCode
            ),
            InputOutput => new(
                $"The disk of {Named(folder)} answers with errors ({failure.Message}). Look after the disk before the portal writes again.",
                ExitCode
            ),
            _ => null,
        };

    private static string Named(string? folder) => folder ?? "the data folder";
}
