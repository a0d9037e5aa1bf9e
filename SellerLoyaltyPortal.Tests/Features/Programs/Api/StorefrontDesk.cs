using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using SellerLoyaltyPortal.Features.Accounts;
using SellerLoyaltyPortal.Features.Programs;
using SellerLoyaltyPortal.Features.Programs.Lifecycle;
using SellerLoyaltyPortal.Features.Programs.Mechanics;
using SellerLoyaltyPortal.Tests.Features.Api;
using SellerLoyaltyPortal.Tests.Support;

namespace SellerLoyaltyPortal.Tests.Features.Programs.Api;

/// <summary>A seller of the portal under test with a running offer (10 % from 5,000) and a machine that asks.</summary>
public sealed class StorefrontDesk : IDisposable
{
    private int _lines;

    private StorefrontDesk(PortalWebFactory portal, Seller seller, SellerAccess owner, HttpClient machine) =>
        (Portal, Seller, Owner, Machine) = (portal, seller, owner, machine);

    public PortalWebFactory Portal { get; }

    public Seller Seller { get; }

    public SellerAccess Owner { get; }

    public HttpClient Machine { get; }

    public static async Task<StorefrontDesk> OpenAsync(PortalWebFactory portal, string slug = "shop")
    {
        var seller = await portal.AddSellerAsync(slug);
        var owner = await portal.AccessOfAsync(await portal.AddMemberAsync(seller, SellerRole.Owner), seller);
        return new(portal, seller, owner, await portal.MachineAsync(seller));
    }

    /// <summary>The offer, launched; it is in force from the next business day, to which the clock is moved.</summary>
    public async Task<ProgramDetails> LaunchAsync(ThresholdDiscount? offer = null)
    {
        var draft = (
            await Portal
                .Services.GetRequiredService<SaveDraft>()
                .RunAsync(
                    Owner,
                    new(null, null, "Offer of " + Seller.Slug, offer ?? ProgramDesk.Offer(), 30),
                    CancellationToken.None
                )
        ).Value;
        var launched = (
            await Portal
                .Services.GetRequiredService<LaunchProgram>()
                .RunAsync(Owner, draft.Id, draft.Revision, CancellationToken.None)
        ).Value;
        var begins = Owner.Calendar.StartOf(launched.StartsOn!.Value).AddHours(12);
        if (Portal.Clock.GetUtcNow() < begins)
            Portal.Clock.MoveTo(begins);
        return launched;
    }

    /// <summary>A purchase of today, through the event API.</summary>
    public async Task BuyAsync(string buyer, int units)
    {
        var today = Owner.Calendar.DayOf(Portal.Clock.GetUtcNow());
        var line = new
        {
            lineId = $"{Seller.Slug}-{++_lines}",
            buyerId = buyer,
            orderId = "o",
            sku = "s",
            quantity = 1,
            listPrice = units * 10_000L,
            boughtAt = today.ToString(),
        };
        using var answer = await Machine.PostAsJsonAsync(
            new Uri("/api/v1/purchases", UriKind.Relative),
            new { lines = new[] { line } }
        );
        answer.EnsureSuccessStatusCode();
    }

    public Task<JsonElement> DiscountAsync(string buyer) => GetAsync($"buyers/{buyer}/discount");

    public async Task<JsonElement> GetAsync(string address)
    {
        using var answer = await Machine.GetAsync(new Uri("/api/v1/" + address, UriKind.Relative));
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }

    public async Task<(int Status, JsonElement Answer)> PostAsync(string address, object body)
    {
        using var answer = await Machine.PostAsJsonAsync(
            new Uri("/api/v1/" + address, UriKind.Relative),
            body
        );
        return ((int)answer.StatusCode, await answer.Content.ReadFromJsonAsync<JsonElement>());
    }

    public void Dispose() => Machine.Dispose();
}
