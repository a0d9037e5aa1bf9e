using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using SellerLoyaltyPortal.Data;
using SellerLoyaltyPortal.Features.Accounts;
using SellerLoyaltyPortal.Tests.Features.Accounts;
using SellerLoyaltyPortal.Tests.Support.Builders;

namespace SellerLoyaltyPortal.Tests.Support;

/// <summary>
/// The whole portal in this process: its own <c>Program</c>, a real SQLite file in a data folder of its own,
/// a clock that the test moves, no demo data. People sign in through the real form.
/// </summary>
public sealed class PortalWebFactory : WebApplicationFactory<Program>
{
    /// <summary>Password of everyone whom <see cref="AddUserAsync"/> creates.</summary>
    public const string Password = "correct horse battery";

    private readonly TempFolder _folder = new();

    public PortalWebFactory() => SqliteFile.CopyMigratedTo(_folder.Path);

    public FakeClock Clock { get; } = new();

    public string DataFolder => _folder.Path;

    /// <summary>All that the portal registers: for component tests on the same data, see <see cref="DataFolder"/>.</summary>
    public IReadOnlyList<ServiceDescriptor> Registrations { get; private set; } = [];

    public SellerDbContextFactory Contexts => Services.GetRequiredService<SellerDbContextFactory>();

    public async Task<Seller> AddSellerAsync(
        string slug,
        string currency = "RUB",
        string timeZone = "Europe/Moscow"
    )
    {
        var seller = ASeller.Named(slug, currency, timeZone);
        await AddAsync(seller);
        return seller;
    }

    /// <summary>A person who can sign in with <see cref="Password"/>.</summary>
    public async Task<PortalUser> AddUserAsync(string name, bool isOperator = false)
    {
        await using var scope = Services.CreateAsyncScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<PortalUser>>();
        var user = AUser.Named(name);
        Expect(await users.CreateAsync(user, Password));
        if (!isOperator)
            return user;
        var roles = scope.ServiceProvider.GetRequiredService<RoleManager<IdentityRole<Guid>>>();
        if (!await roles.RoleExistsAsync(Policies.OperatorRole))
            Expect(await roles.CreateAsync(new IdentityRole<Guid>(Policies.OperatorRole)));
        Expect(await users.AddToRoleAsync(user, Policies.OperatorRole));
        // As every operator who is let in.
        await AppCodes.TurnOnAsync(Services, user.Id);
        return (await users.FindByIdAsync(user.Id.ToString()))!;
    }

    public async Task<PortalUser> AddMemberAsync(Seller seller, SellerRole role, string? name = null)
    {
        var user = await AddUserAsync(name ?? $"{role}-of-{seller.Slug}".ToLowerInvariant());
        await AddAsync(user.MemberOf(seller, role));
        return user;
    }

    /// <summary>The access of a member, from the database as pages get it.</summary>
    public async Task<SellerAccess> AccessOfAsync(PortalUser user, Seller seller)
    {
        await using var scope = Services.CreateAsyncScope();
        var principal = await scope
            .ServiceProvider.GetRequiredService<IUserClaimsPrincipalFactory<PortalUser>>()
            .CreateAsync(user);
        return await Services
                .GetRequiredService<SellerDirectory>()
                .FindAsync(principal, seller.Slug, CancellationToken.None)
            ?? throw new InvalidOperationException($"{user.Email} is no member of {seller.Slug}.");
    }

    public async Task AddAsync(params IPlatformOwned[] rows)
    {
        await using var context = Contexts.ForPlatform();
        context.AddRange(rows);
        await context.SaveChangesAsync();
    }

    /// <summary>A visitor without a cookie. Redirects are shown, not followed.</summary>
    public HttpClient Anonymous() =>
        CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false });

    /// <summary>
    /// Signs in through the portal's own forms, with their antiforgery tokens and cookies; the second step, where
    /// the person has one, moves the clock on by half a minute.
    /// </summary>
    public async Task<HttpClient> SignedInAsync(PortalUser user, string password = Password)
    {
        var client = Anonymous();
        var answer = await SignInForm.SubmitAsync(client, user.Email!, password);
        if (
            answer.Headers.Location?.ToString().Contains(AccountAddresses.Code, StringComparison.Ordinal)
            == true
        )
            answer = await AccountForms.SubmitAsync(
                client,
                answer.Target(),
                "Input.Code",
                ("Input.Code", await AppCodes.NextAsync(this, user.Id))
            );
        if ((int)answer.StatusCode is < 300 or >= 400)
            throw new InvalidOperationException(
                $"Signing in as {user.Email} was answered with {(int)answer.StatusCode}: {await answer.Content.ReadAsStringAsync()}"
            );
        return client;
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Development");
        builder.UseSetting("DataOptions:Folder", DataFolder);
        builder.UseSetting("DemoOptions:Enabled", "false");
        // Of hundreds of portals that answer a request or two each; what is made ready has tests of its own.
        builder.UseSetting("WebOptions:WarmUp", "false");
        // All tests come from one address; the limit has a test of its own.
        builder.UseSetting("AccountsOptions:SignInsPerAddress", "1000000");
        builder.ConfigureLogging(logging => logging.SetMinimumLevel(LogLevel.Warning));
        builder.ConfigureTestServices(services =>
        {
            services.Replace(ServiceDescriptor.Singleton<TimeProvider>(Clock));
            Registrations = [.. services];
        });
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing)
            _folder.Dispose();
    }

    private static void Expect(IdentityResult result)
    {
        if (!result.Succeeded)
            throw new InvalidOperationException(
                string.Join(", ", result.Errors.Select(error => error.Description))
            );
    }
}
