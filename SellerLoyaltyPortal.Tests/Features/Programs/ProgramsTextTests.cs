using System.Globalization;
using System.Resources;
using System.Text.RegularExpressions;
using SellerLoyaltyPortal.Columnar;
using SellerLoyaltyPortal.Features.Programs;
using SellerLoyaltyPortal.Tests.Support;

namespace SellerLoyaltyPortal.Tests.Features.Programs;

public sealed partial class ProgramsTextTests
{
    private static readonly ResourceManager Texts = new(
        typeof(ProgramsText).FullName!,
        typeof(ProgramsText).Assembly
    );

    [Theory]
    [InlineData("en")]
    [InlineData("ru")]
    public void EveryRule_HasWords(string language)
    {
        var codes = ErrorCodes().ToList();

        Assert.True(codes.Count >= 20, $"only {codes.Count} rules were found in the source");
        Assert.DoesNotContain(codes, code => Text("Error." + code, language) is null);
    }

    [Theory]
    [InlineData("en")]
    [InlineData("ru")]
    public void EveryMember_HasWords(string language)
    {
        IEnumerable<string> keys =
        [
            .. Enum.GetNames<ProgramStatus>().Select(n => "Status." + n),
            .. Enum.GetNames<ProgramStep>().Select(n => "Step." + n),
            .. Enum.GetNames<PriceBase>().Select(n => "PriceBaseNote." + n),
            .. Enum.GetNames<ReturnRule>().Select(n => "ReturnRuleNote." + n),
        ];

        Assert.DoesNotContain(keys, key => Text(key, language) is null);
    }

    private static string? Text(string key, string language)
    {
        var set = Texts.GetResourceSet(
            CultureInfo.GetCultureInfo(language),
            createIfNotExists: true,
            language == "en"
        );
        return set?.GetString(key);
    }

    /// <summary>The codes in the source of rules and mechanics, so that a new rule without words is noticed.</summary>
    private static IEnumerable<string> ErrorCodes()
    {
        var folder = Repository.PathOf("SellerLoyaltyPortal", "Features", "Programs");
        return new[] { "Lifecycle", "Mechanics" }
            .SelectMany(f => Directory.EnumerateFiles(Path.Combine(folder, f), "*.cs"))
            .SelectMany(file => Codes().Matches(File.ReadAllText(file)))
            .Select(m => m.Groups["code"].Value)
            .Distinct(StringComparer.Ordinal);
    }

    [GeneratedRegex("""(new|new Error)\(\s*("(?<code>[A-Z][A-Za-z]+)"|nameof\((?<code>[A-Z][A-Za-z]+)\))""")]
    private static partial Regex Codes();
}
