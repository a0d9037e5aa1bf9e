using System.CommandLine;
using System.Globalization;
using SellerLoyaltyPortal.Data;
using SellerLoyaltyPortal.Features.Operations.Copies;
using SellerLoyaltyPortal.Features.Operations.Keys;

namespace SellerLoyaltyPortal.Features.Operations;

/// <summary>The commands <c>admin backup</c>, <c>restore</c>, <c>check</c> and <c>rotate-keys</c>.</summary>
public static class OperationsCommands
{
    private const int Failed = 1;

    /// <param name="portal">Builds the portal without starting it: for its data folder.</param>
    public static IEnumerable<Command> For(Func<WebApplication> portal)
    {
        var target = new Argument<DirectoryInfo>("folder")
        {
            Description = "A folder that does not exist yet.",
        };
        var backup = new Command("backup", "Copy the database and the keys, while the portal runs or not.")
        {
            target,
        };
        backup.SetAction(parsed =>
            Run(
                parsed,
                portal,
                copies =>
                {
                    copies.BackUp(parsed.GetRequiredValue(target));
                    return $"The copy is in {parsed.GetRequiredValue(target).FullName}.";
                }
            )
        );
        var source = new Argument<DirectoryInfo>("folder") { Description = "What a backup has written." };
        var restore = new Command(
            "restore",
            "Put a copy in the place of the data; what was there is moved aside. The portal must be stopped."
        )
        {
            source,
        };
        restore.SetAction(parsed =>
            Run(
                parsed,
                portal,
                copies =>
                    copies.Restore(parsed.GetRequiredValue(source), TimeProvider.System.GetUtcNow())
                        is { } aside
                        ? $"Restored. What was there lies in {aside.FullName}."
                        : "Restored."
            )
        );
        var check = new Command("check", "Look for damage in the database.");
        check.SetAction(parsed =>
            Run(
                parsed,
                portal,
                copies =>
                    copies.Check() is { Count: > 0 } problems
                        ? throw new CopyRefusedException(string.Join(Environment.NewLine, problems))
                        : "The database is sound."
            )
        );
        return [backup, restore, check, Rotate(portal)];
    }

    private static Command Rotate(Func<WebApplication> portal)
    {
        var revoke = new Option<bool>("--revoke")
        {
            Description =
                "The earlier keys may be known to somebody: make them useless. Signs everybody out and ends open links.",
        };
        var rotate = new Command(
            "rotate-keys",
            "Make a new key for cookies, links and sellers' secrets. The portal must be stopped."
        )
        {
            revoke,
        };
        rotate.SetAction(
            async (parsed, cancellation) =>
            {
                await using var app = portal();
                using var alone = RunningMark.TryTakeAlone(app.Services.GetRequiredService<DataFolder>());
                if (alone is null)
                {
                    await parsed.InvocationConfiguration.Error.WriteLineAsync(
                        "The portal is running on this data: stop it first."
                    );
                    return Failed;
                }
                await app.Services.MigrateDatabaseAsync(cancellation);
                var values = await ActivatorUtilities
                    // The machine's own clock, as the framework's keys go by.
                    .CreateInstance<RotateKeys>(app.Services, TimeProvider.System)
                    .RunAsync(parsed.GetValue(revoke), cancellation);
                await parsed.InvocationConfiguration.Output.WriteLineAsync(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"A new key is in use; {values} stored secrets were protected anew."
                    )
                );
                return 0;
            }
        );
        return rotate;
    }

    private static int Run(ParseResult parsed, Func<WebApplication> portal, Func<DataCopies, string> command)
    {
        using var app = portal();
        try
        {
            var done = command(new DataCopies(app.Services.GetRequiredService<DataFolder>()));
            parsed.InvocationConfiguration.Output.WriteLine(done);
            return 0;
        }
        catch (Exception refused)
            when (refused is CopyRefusedException or IOException or UnauthorizedAccessException)
        {
            parsed.InvocationConfiguration.Error.WriteLine(refused.Message);
            return Failed;
        }
    }
}
