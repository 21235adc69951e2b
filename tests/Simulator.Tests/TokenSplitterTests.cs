namespace TypedLlm.Simulator.Tests;

public sealed class TokenSplitterTests
{
    [Theory]
    [InlineData("", new string[0])]
    [InlineData("a cat", new[] { "a", " cat" })]
    [InlineData("understanding", new[] { "unders", "tandin", "g" })]
    [InlineData("12345", new[] { "123", "45" })]
    [InlineData("a  b\n", new[] { "a", " ", " b", "\n" })]
    [InlineData("ok 👍!", new[] { "ok", " 👍", "!" })]
    public void Pieces_are_words_numbers_and_single_characters(string text, string[] pieces)
    {
        Assert.Equal(pieces, TokenSplitter.Split(text));
        Assert.Equal(pieces.Length, TokenSplitter.Count(text));
    }

    [Fact]
    public void Pieces_joined_are_the_text_whatever_it_holds()
    {
        var random = new Random(7);
        for (var round = 0; round < 500; round++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(40)).Select(_ => random.GetItems(["a", " ", "7", "é", "😀", "\n", ".", "語", "\ud800"], 1)[0]));

            Assert.Equal(text, string.Concat(TokenSplitter.Split(text)));
        }
    }
}
