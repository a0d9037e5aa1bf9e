using System.Text;
using SellerLoyaltyPortal.Features.Purchases.Import;

namespace SellerLoyaltyPortal.Tests.Features.Purchases.Import;

public sealed class DelimitedReaderTests
{
    [Theory]
    [InlineData("a,b\n1,2\n", "a|b", "1|2")]
    [InlineData("a,b\r\n1,2", "a|b", "1|2")]
    [InlineData("a,b\r1,2\r", "a|b", "1|2")]
    [InlineData("a,\"b\n c\",\"d\"\"e\"\n,,\n", "a|b\n c|d\"e", "||")]
    [InlineData("5\" pipe,x\n", "5\" pipe|x")]
    [InlineData("\"\",\"\"\"\"\n", "|\"")]
    public void Read_Text_GivesItsFields(string text, params string[] records) =>
        Assert.Equal(records, Records(text).Select(r => string.Join('|', r)));

    [Fact]
    public void Read_TextAfterAQuote_IsTold()
    {
        var reader = new DelimitedReader(new StringReader("\"a\"b,c\nd,e\n"), ',');
        Assert.True(reader.Read());
        Assert.True(reader.HasStrayQuote);
        Assert.True(reader.Read());
        Assert.False(reader.HasStrayQuote);
        Assert.Equal(2, reader.FieldCount);
    }

    [Fact]
    public void Read_NulByte_IsTold()
    {
        var reader = new DelimitedReader(new StringReader("a\0b,c\n"), ',');
        Assert.True(reader.Read());
        Assert.True(reader.HasControlCharacter);
    }

    [Theory]
    [InlineData("a,\"b\nc,d\n", "FileHasOpenQuote")]
    [InlineData("\"", "FileHasOpenQuote")]
    public void Read_OpenQuote_SaysWhere(string text, string code)
    {
        var failed = Assert.Throws<UnreadableFileException>(() => Records(text));
        Assert.Equal(code, failed.Error.Code);
        Assert.Equal([1L], failed.Error.Arguments);
    }

    [Fact]
    public void Read_RowWithoutEnd_StopsAtTheLimit()
    {
        var failed = Assert.Throws<UnreadableFileException>(() => Records(new Endless()));
        Assert.Equal("FileHasTooLongRow", failed.Error.Code);
    }

    [Fact]
    public void Read_TooManyColumns_Stops()
    {
        var failed = Assert.Throws<UnreadableFileException>(() => Records(new string(',', 10_000)));
        Assert.Equal("FileHasTooManyColumns", failed.Error.Code);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Read_SeededTexts_GivesWhatWasWritten(int seed)
    {
        var random = new Random(seed);
        for (var round = 0; round < 300; round++)
        {
            var written = Enumerable
                .Range(0, random.Next(1, 40))
                .Select(_ => Enumerable.Range(0, random.Next(1, 6)).Select(_ => Field(random)).ToArray())
                .ToList();
            var text = string.Concat(
                written.Select(r => string.Join(',', r.Select(f => Quoted(f, random))) + "\r\n")
            );
            // Small pieces, so that records meet the end of what was read at every place.
            Assert.Equal(written, Records(new InPieces(text, random)));
        }
    }

    // Quoted where it must be, and now and then where it need not.
    private static string Quoted(string field, Random random) =>
        field.AsSpan().ContainsAny(",\"\r\n") || random.Next(4) == 0
            ? $"\"{field.Replace("\"", "\"\"", StringComparison.Ordinal)}\""
            : field;

    private static string Field(Random random)
    {
        var text = new StringBuilder();
        for (var i = random.Next(0, 12); i > 0; i--)
            text.Append("ab,\"\n\r é€x"[random.Next(10)]);
        return text.ToString();
    }

    private static List<string[]> Records(string text) => Records(new StringReader(text));

    private static List<string[]> Records(TextReader text)
    {
        var reader = new DelimitedReader(text, ',');
        var records = new List<string[]>();
        while (reader.Read())
        {
            records.Add([.. Enumerable.Range(0, reader.FieldCount).Select(i => reader[i].ToString())]);
            Assert.Equal(records.Count, reader.Row);
        }
        return records;
    }

    private sealed class Endless : TextReader
    {
        public override int Read(char[] buffer, int index, int count)
        {
            buffer.AsSpan(index, count).Fill('x');
            return count;
        }
    }

    private sealed class InPieces(string text, Random random) : TextReader
    {
        private int _at;

        public override int Read(char[] buffer, int index, int count)
        {
            var length = Math.Min(Math.Min(random.Next(1, 8), count), text.Length - _at);
            text.AsSpan(_at, length).CopyTo(buffer.AsSpan(index));
            _at += length;
            return length;
        }
    }
}
