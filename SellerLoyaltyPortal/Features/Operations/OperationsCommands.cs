using System.CommandLine;
using SellerLoyaltyPortal.Data;
using SellerLoyaltyPortal.Features.Operations.Copies;

namespace SellerLoyaltyPortal.Features.Operations;

/// <summary>The commands <c>admin backup</c>, <c>admin restore</c> and <c>admin check</c>.</summary>
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
        return [backup, restore, check];
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
