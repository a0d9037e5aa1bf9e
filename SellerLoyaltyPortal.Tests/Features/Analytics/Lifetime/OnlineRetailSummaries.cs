using System.Text.Json;
using SellerLoyaltyPortal.Columnar;
using SellerLoyaltyPortal.Features.Analytics.History;
using SellerLoyaltyPortal.Features.Analytics.Lifetime;
using SellerLoyaltyPortal.Tests.Support;

namespace SellerLoyaltyPortal.Tests.Features.Analytics.Lifetime;

/// <summary>Online Retail as the package lifetimes sees it: days as the unit, cancellations left out.</summary>
internal static class OnlineRetailSummaries
{
    public static JsonElement Reference =>
        Cdnow.Json("online_retail_reference.json").GetProperty("lifetimes_convention_daily");

    public static (CustomerSummary[] Summaries, int[] Buyers) Daily =>
        CustomerSummaries.From(
            PurchaseDays.From(OnlineRetail.Columns, OnlineRetail.AsOf, PriceBase.SellerPrice),
            daysPerUnit: 1
        );
}
