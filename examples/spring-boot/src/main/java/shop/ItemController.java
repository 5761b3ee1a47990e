package shop;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

@RestController
class ItemController {

    private final JdbcClient database;
    private final Views views;

    ItemController(JdbcClient database, Views views) {
        this.database = database;
        this.views = views;
    }

    @GetMapping("/items/{name}")
    Item item(@PathVariable String name) {
        int price = database.sql("select price from item where name = ?")
                .param(name)
                .query(Integer.class)
                .single();
        return new Item(name, price, views.count(name));
    }
}
