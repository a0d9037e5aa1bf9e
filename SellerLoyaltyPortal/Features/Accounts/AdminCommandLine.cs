using System.CommandLine;
using System.Globalization;
using SellerLoyaltyPortal.Features.Accounts.Operators;

namespace SellerLoyaltyPortal.Features.Accounts;

/// <summary>
/// Commands for whoever administers the machine: <c>dotnet SellerLoyaltyPortal.dll admin …</c>. They work
/// on the same data folder as the portal, whether it runs or not.
/// </summary>
public static class AdminCommandLine
{
    /// <summary>
    /// Whether the arguments are a command or a question about commands, rather than settings of the host
    /// (<c>--urls …</c>, <c>DataOptions:Folder=…</c>).
    /// </summary>
    public static bool IsFor(IReadOnlyList<string> args) =>
        args is [var first, ..]
        && (
            first is "--help" or "-h" or "-?" or "--version"
            || !(
                first.StartsWith('-')
                || first.StartsWith('/')
                || first.Contains('=', StringComparison.Ordinal)
            )
        );

    /// <param name="portal">The portal's services; built only when a command needs them.</param>
    /// <param name="more">Further commands under <c>admin</c>, of features that Accounts does not know.</param>
    /// <returns>The exit code: 0 when it was done.</returns>
    public static async Task<int> RunAsync(
        IReadOnlyList<string> args,
        WebApplicationBuilder portal,
        Func<Func<WebApplication>, IEnumerable<Command>>? more = null,
        TextReader? input = null,
        InvocationConfiguration? invocation = null
    )
    {
        // Its words are English throughout, those of the parser included.
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("en");
        // What a command has to say it says itself.
        portal.Logging.ClearProviders();
        var commands = new OperatorCommands(portal.Build, new Prompts(input));
        var admin = commands.Admin();
        foreach (var command in more?.Invoke(portal.Build) ?? [])
            admin.Add(command);
        var root = new RootCommand("Seller Loyalty. Without a command it starts the portal.") { admin };
        return await root.Parse(args).InvokeAsync(invocation);
    }
}
