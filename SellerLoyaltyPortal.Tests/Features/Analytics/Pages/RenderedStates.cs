using Bunit;
using Microsoft.AspNetCore.Components;

namespace SellerLoyaltyPortal.Tests.Features.Analytics.Pages;

internal static class RenderedStates
{
    /// <summary>Where the empty state of a page leads.</summary>
    public static string? Empty<TPage>(this IRenderedComponent<TPage> page)
        where TPage : IComponent => page.WaitForElement(".state-empty a").GetAttribute("href");
}
