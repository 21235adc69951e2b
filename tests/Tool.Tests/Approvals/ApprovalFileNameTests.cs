using TypedLlm.Tool.Approvals;

namespace TypedLlm.Tool.Tests.Approvals;

public sealed class ApprovalFileNameTests
{
    [Theory]
    [InlineData("Shop.ISupportDesk", "Shop.ISupportDesk")]
    [InlineData("Größe.世界", "Größe.世界")]
    [InlineData("My-Shop.2 (beta)", "My-Shop.2 (beta)")]
    [InlineData("../../etc/passwd", "%2E.%2F..%2Fetc%2Fpasswd")]
    [InlineData("C:\\Shop\0", "C%3A%5CShop%00")]
    [InlineData("Shop<T>", "Shop%3CT%3E")]
    [InlineData("..", "%2E%2E")]
    [InlineData("Shop. ", "Shop.%20")]
    [InlineData("100%", "100%25")]
    [InlineData("Aux.IDesk", "%41ux.IDesk")]
    [InlineData("nul", "%6Eul")]
    [InlineData("Nullable.IDesk", "Nullable.IDesk")]
    public void A_name_becomes_one_that_every_file_system_takes(string name, string file) => Assert.Equal(file, ApprovalFileNames.Of(name));

    [Fact]
    public void Long_names_stay_apart()
    {
        var (one, two) = (ApprovalFileNames.Of(new string('x', 500) + "1"), ApprovalFileNames.Of(new string('x', 500) + "2"));

        Assert.NotEqual(one, two);
        Assert.True(one.Length < 140);
    }

    [Fact]
    public void Names_that_differ_in_their_case_only_stay_apart_whatever_else_there_is()
    {
        var names = ApprovalFileNames.Of(["Shop.IDesk", "Shop.Idesk", "Shop.ITable", "Shop.ITable"]);

        Assert.Equal(3, names.Values.Distinct(StringComparer.OrdinalIgnoreCase).Count());
        Assert.Equal("Shop.ITable", names["Shop.ITable"]);
        Assert.Equal(names["Shop.IDesk"], ApprovalFileNames.Of(["Shop.Idesk", "Shop.IDesk"])["Shop.IDesk"]);
    }
}
