using System.Text.RegularExpressions;

namespace SellerLoyaltyPortal.Tests.Architecture;

/// <summary>Whatever stores something writes into the audit log, or stands here with the reason why not.</summary>
public static partial class AuditRules
{
    public static readonly IReadOnlyDictionary<string, string> WithoutEntry = new Dictionary<string, string>(
        StringComparer.Ordinal
    )
    {
        ["Accounts/Identity/AccountStore.cs"] =
            "part of commands that write: an account, an invitation, a seller",
        ["Accounts/Identity/OneTimeLinks.cs"] = "part of commands that write: a link, an invitation",
        ["Accounts/Sessions/SessionUses.cs"] = "when a session was last seen: nobody's doing",
        ["Api/Http/KeyUses.cs"] = "when a key was last used: nobody's doing",
        ["Demo/DemoSeed.cs"] = "the demo of a development machine",
        ["Purchases/Mapping/BuyerSecrets.cs"] = "the portal makes a secret for itself",
        ["Purchases/Rebuild/RebuildLedgers.cs"] =
            "an administrator's command at the machine makes derived numbers anew",
        ["Reports/Exports/ExportKeeper.cs"] = "removes files whose days are over: the export was written",
    };

    /// <summary>Files that store, by their text, and neither write an entry nor are listed.</summary>
    public static IEnumerable<string> Problems(IEnumerable<(string Path, string Text)> files) =>
        from file in files
        where Stores().IsMatch(file.Text) && !WritesEntry().IsMatch(file.Text)
        where !WithoutEntry.Keys.Any(known => file.Path.EndsWith("/" + known, StringComparison.Ordinal))
        select $"{file.Path}: stores something and writes nothing into the audit log";

    public static bool IsStoring(string text) => Stores().IsMatch(text);

    [GeneratedRegex(
        @"\.SaveChangesAsync\(|\.ExecuteUpdateAsync\(|\.ExecuteDeleteAsync\(|[uU]sers\.(Create|Update|Delete|Set|Add|Remove|Reset|Change|Replace|Generate)\w*Async\(",
        RegexOptions.ExplicitCapture
    )]
    private static partial Regex Stores();

    [GeneratedRegex(
        @"\.Audit\(|\bAuditLog\b|\bSignInLog\b|\bAccountChanges\b|ProgramRecord\.Write\(",
        RegexOptions.ExplicitCapture
    )]
    private static partial Regex WritesEntry();
}
