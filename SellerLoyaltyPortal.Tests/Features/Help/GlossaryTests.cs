using System.Text.RegularExpressions;
using SellerLoyaltyPortal.Features.Help;
using SellerLoyaltyPortal.Tests.Support;

namespace SellerLoyaltyPortal.Tests.Features.Help;

public sealed partial class GlossaryTests
{
    private static readonly List<string> Ids =
    [
        .. Glossary.Groups.SelectMany(g => g.Terms).Select(t => t.Id),
    ];

    [Fact]
    public void Ids_All_DifferAndCanStandInAnAddress()
    {
        Assert.Equal(Ids.Count, Ids.Distinct(StringComparer.Ordinal).Count());
        Assert.All(Ids, id => Assert.Matches("^[a-z]+(-[a-z]+)*$", id));
    }

    [Fact]
    public void QuestionMarks_OnEveryPage_LeadToAWord()
    {
        var asked = Repository
            .PortalFiles(".razor")
            .SelectMany(path => Asked().Matches(File.ReadAllText(path)))
            .Select(match => match.Groups["id"].Value)
            .ToList();

        Assert.True(asked.Count > 5);
        Assert.All(asked, id => Assert.Contains(id, Ids));
    }

    [GeneratedRegex("<\\w+[^>]* Term=\"(?<id>[a-z-]+)\"", RegexOptions.ExplicitCapture)]
    private static partial Regex Asked();
}
