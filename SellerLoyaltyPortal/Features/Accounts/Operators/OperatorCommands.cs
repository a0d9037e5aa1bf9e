using System.CommandLine;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Localization;
using SellerLoyaltyPortal.Data;
using SellerLoyaltyPortal.Features.Accounts.Identity;
using SellerLoyaltyPortal.Features.Accounts.TwoFactor;
using SellerLoyaltyPortal.Features.Audit;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Accounts.Operators;

/// <summary>The <c>admin</c> command: the first operator can't be invited by anyone.</summary>
internal sealed class OperatorCommands(Func<WebApplication> portal, Prompts prompts)
{
    private const int Failed = 1;

    public Command Admin() =>
        new("admin", "Accounts of the operators, copies of the data.")
        {
            CreateOperator(),
            OneTimeLink(),
            ResetSecondStep(),
        };

    private Command CreateOperator()
    {
        var email = Email();
        var command = new Command(
            "create-operator",
            "Create an operator: who creates sellers. Asks for the name and the password."
        )
        {
            email,
        };
        command.SetAction(
            (parsed, cancellation) =>
                RunAsync(
                    parsed,
                    services => CreateOperatorAsync(services, parsed, parsed.GetValue(email), cancellation)
                )
        );
        return command;
    }

    private Command OneTimeLink()
    {
        var email = Email();
        var command = new Command(
            "one-time-link",
            "Print a link by which somebody sets a new password: for an operator who forgot theirs."
        )
        {
            email,
        };
        command.SetAction(
            (parsed, _) =>
                RunAsync(parsed, services => PrintLinkAsync(services, parsed, parsed.GetValue(email)))
        );
        return command;
    }

    private Command ResetSecondStep()
    {
        var email = Email();
        var command = new Command(
            "reset-second-step",
            "Take the second step at sign-in from somebody who lost their app and recovery codes. Make sure first that it is them."
        )
        {
            email,
        };
        command.SetAction(
            (parsed, cancellation) =>
                RunAsync(
                    parsed,
                    services => ResetSecondStepAsync(services, parsed, parsed.GetValue(email), cancellation)
                )
        );
        return command;
    }

    private async Task<int> CreateOperatorAsync(
        IServiceProvider services,
        ParseResult parsed,
        string? email,
        CancellationToken cancellation
    )
    {
        var (output, errors) = Writers(parsed);
        email ??= await prompts.AskAsync(output, "E-mail");
        if (AccountStore.EmailError(email) is { } wrongEmail)
            return await FailAsync(services, errors, [wrongEmail]);
        var name = await prompts.AskAsync(output, "Display name");
        if (AccountStore.NameError(name) is { } wrongName)
            return await FailAsync(services, errors, [wrongName]);
        var password = await prompts.AskSecretAsync(output, "Password");
        if (password != await prompts.AskSecretAsync(output, "The same password again"))
            return await FailAsync(services, errors, [new Error("PasswordsDiffer")]);
        var created = await services
            .GetRequiredService<CreateAccount>()
            .RunAsync(new NewAccount(email, name, password) { IsOperator = true }, cancellation);
        if (!created.IsSuccess)
            return await FailAsync(services, errors, created.Errors);
        await output.WriteLineAsync(
            $"The operator {email.Trim()} is created in {services.GetRequiredService<DataFolder>().Root.FullName}."
        );
        return 0;
    }

    private async Task<int> PrintLinkAsync(IServiceProvider services, ParseResult parsed, string? email)
    {
        var (output, errors) = Writers(parsed);
        email ??= await prompts.AskAsync(output, "E-mail");
        await using var scope = services.CreateAsyncScope();
        var user = await scope
            .ServiceProvider.GetRequiredService<UserManager<PortalUser>>()
            .FindByEmailAsync(email.Trim());
        if (user is null)
            return await FailAsync(services, errors, [new Error("NobodyHasThisEmail")]);
        await services
            .GetRequiredService<AuditLog>()
            .WriteAsync(
                AuditActor.Machine,
                seller: null,
                AuditAction.LinkMade,
                user.Email,
                [],
                CancellationToken.None
            );
        await output.WriteLineAsync(
            $"Works once, for {ExpiringTokens.Lifetime.TotalDays:0} days; put the portal's address in front:"
        );
        await output.WriteLineAsync(
            await scope.ServiceProvider.GetRequiredService<OneTimeLinks>().CreateAsync(user)
        );
        return 0;
    }

    private async Task<int> ResetSecondStepAsync(
        IServiceProvider services,
        ParseResult parsed,
        string? email,
        CancellationToken cancellation
    )
    {
        var (output, errors) = Writers(parsed);
        email ??= await prompts.AskAsync(output, "E-mail");
        await using var scope = services.CreateAsyncScope();
        var reset = await scope
            .ServiceProvider.GetRequiredService<ResetSecondStep>()
            .RunAsync(email, cancellation);
        if (!reset.TryGet(out var user))
            return await FailAsync(services, errors, reset.Errors);
        await output.WriteLineAsync(
            $"{user.Email} signs in with the password alone now, everywhere anew. Whoever must have a second step sets one up then. Passkeys stay: a lost device's is removed at {AccountAddresses.Passkeys}."
        );
        return 0;
    }

    private async Task<int> RunAsync(ParseResult parsed, Func<IServiceProvider, Task<int>> command)
    {
        await using var app = portal();
        await app.Services.MigrateDatabaseAsync(CancellationToken.None);
        try
        {
            return await command(app.Services);
        }
        // A pipe that is too short is the caller's mistake, not a crash.
        catch (EndOfStreamException e)
        {
            var (_, errors) = Writers(parsed);
            await errors.WriteLineAsync();
            await errors.WriteLineAsync(e.Message);
            return Failed;
        }
    }

    private static async Task<int> FailAsync(
        IServiceProvider services,
        TextWriter errors,
        IReadOnlyList<Error> reasons
    )
    {
        var texts = services.GetRequiredService<IStringLocalizer<AccountsText>>();
        foreach (var reason in reasons)
            await errors.WriteLineAsync(texts["Error." + reason.Code, [.. reason.Arguments]].Value);
        return Failed;
    }

    private static (TextWriter Output, TextWriter Errors) Writers(ParseResult parsed) =>
        (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);

    private static Option<string?> Email() =>
        new("--email") { Description = "Their e-mail; asked for when left out." };
}
