using System.CommandLine;
using System.Globalization;
using SellerLoyaltyPortal.Data;

namespace SellerLoyaltyPortal.Features.Purchases.Rebuild;

/// <summary>The command <c>admin rebuild</c>.</summary>
public static class LedgerCommands
{
    /// <param name="portal">Builds the portal without starting it: for its data folder.</param>
    public static IEnumerable<Command> For(Func<WebApplication> portal)
    {
        var rebuild = new Command(
            "rebuild",
            "Make what is derived from the purchases anew, and see that the engine can read each seller's. The purchases themselves are not changed."
        );
        rebuild.SetAction(
            (parsed, cancellation) => RunAsync(parsed.InvocationConfiguration.Output, portal, cancellation)
        );
        return [rebuild];
    }

    private static async Task<int> RunAsync(
        TextWriter output,
        Func<WebApplication> portal,
        CancellationToken cancellation
    )
    {
        await using var app = portal();
        await app.Services.MigrateDatabaseAsync(cancellation);
        var rebuild = ActivatorUtilities.CreateInstance<RebuildLedgers>(app.Services);
        await foreach (var seller in rebuild.RunAsync(cancellation))
            await output.WriteLineAsync(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{seller.Slug}: {seller.Lines} lines, {seller.Buyers} buyers, {(seller.Mended ? "mended" : "as it was")}"
                )
            );
        return 0;
    }
}
